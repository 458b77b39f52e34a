%// 3: template 'show' has no '%% end'

%% template show()
text
