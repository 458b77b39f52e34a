%// 4: template 'show' was defined before, at line 2
%% template show()
%% end
%% static template show(int x)
%% end
