%// 4: '${' without its '}' on the same line
%% template show()
text
text ${name
}
%% end
