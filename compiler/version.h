/* The program's version, as --version and the outputs' first lines show it. */
#ifndef MEMREGC_VERSION_H
#define MEMREGC_VERSION_H

#ifndef MEMREGC_VERSION
#define MEMREGC_VERSION "0.1.0"
#endif

#endif
