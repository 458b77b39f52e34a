%// 4: '%% end' outside of a template
%% template show()
%% end
%% end
