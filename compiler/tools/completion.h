/* A shell's name goes in; the script that lets it complete memregc's command line comes out. Everything in it follows from
 * the tables of commands, options, outputs and rules. */
#ifndef MEMREGC_COMPLETION_H
#define MEMREGC_COMPLETION_H

#include <stdbool.h>

#include "text.h"

/* "bash", "zsh" or "fish"; returns false for any other name. */
bool completion_put(text_t *text, const char *shell);

#endif
