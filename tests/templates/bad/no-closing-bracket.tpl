%// 2: expected '%% template NAME(C parameters)'
%% static template show(int x
%% end
