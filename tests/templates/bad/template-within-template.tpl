%// 4: '%% end' of template 'show' (line 2) expected first
%% template show()
text
%% template other()
%% end
