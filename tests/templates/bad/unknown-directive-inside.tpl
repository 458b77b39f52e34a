%// 3: unknown '%% ends': '%% end' expected
%% template show()
%% ends
