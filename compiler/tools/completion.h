/* A shell goes in; the script that lets it complete memregc's command line comes out. Everything in it follows from the
 * tables of commands, actions, options, outputs and rules. */
#ifndef MEMREGC_COMPLETION_H
#define MEMREGC_COMPLETION_H

#include "options.h"
#include "text.h"

/* An action of `completion`: one of its shells. */
void completion_put(text_t *text, action_t shell);

#endif
