/* What every template of these tests defines: show() prints the case's output. */
#ifndef SHOW_H
#define SHOW_H

#include "text.h"

void show(text_t *out);

#endif
