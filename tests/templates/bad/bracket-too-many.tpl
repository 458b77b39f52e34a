%// 3: ')' without its partner within '${'
%% template show()
${1)}
%% end
