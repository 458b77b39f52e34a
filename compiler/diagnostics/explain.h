/* The tables of rules and target files go in, their descriptions come out on standard output. */
#ifndef MEMREGC_EXPLAIN_H
#define MEMREGC_EXPLAIN_H

/* Prints what a rule refuses, why, and examples. Returns the exit status: 0, or 2 with a message on standard error
 * where there is no such rule. */
int explain_rule(const char *name);

/* Prints every rule's name, severity and summary, a line each. Returns the exit status, which is 0. */
int explain_rules(void);

/* Prints every built-in target's name and the first line of its doc comment. Returns the exit status, which is 0. */
int explain_targets(void);

#endif
