%// 2: unknown '%% macro show()': '%% template NAME(C parameters)' expected
%% macro show()
%% end
