%// 3: '${}' has no expression
%% template show()
${1} ${ /* nothing */ }
%% end
