%// 2: expected '%% template NAME(C parameters)'
%% template show
%% end
