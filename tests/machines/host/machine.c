/* Text output and exit on the machine that runs the tests: characters in, standard output out. */
#include <stdio.h>
#include <stdlib.h>

#include "../machine.h"

void machine_put_character(char character)
{
    putchar(character);
}

void machine_exit(int status)
{
    fflush(stdout);
    exit(status);
}
