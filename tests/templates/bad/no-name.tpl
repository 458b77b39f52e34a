%// 2: expected '%% template NAME(C parameters)'
%% template (int x)
%% end
