%// 3: expected ')' before '}' within '${'
%% template show()
${hex(1}
%% end
