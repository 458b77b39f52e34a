/* The host tools: a command's options go in; files are read and written, and an exit status comes out. */
#ifndef MEMREGC_TOOLS_H
#define MEMREGC_TOOLS_H

#include "options.h"

int run_decode(const options_t *options);
int run_encode(const options_t *options);
int run_set(const options_t *options);
int run_image(const options_t *options);
int run_partition(const options_t *options);
int run_store(const options_t *options);

#endif
