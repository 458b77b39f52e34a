%// 3: " without its partner within '${'
%% template show()
${"name}
%% end
