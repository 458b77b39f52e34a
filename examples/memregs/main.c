/* A fixed date goes in; the 24 bytes that Memregs' own example writes come out, as hexadecimal on two lines. */
#include <stdio.h>

#include "memregs.h"

static void print_bytes(const char *name, const uint8_t *bytes, unsigned size_bytes)
{
    printf("%-8s", name);
    for (unsigned index = 0; index < size_bytes; index++)
        printf(" %02x", bytes[index]);
    printf("\n");
}

int main(void)
{
    memregs_header_t header = {{0}};
    memregs_register_t status = {{0}};

    memregs_header_set_date(&header, 0x1234);
    memregs_header_set_initd(&header, true);
    memregs_header_set_type(&header, "table");

    memregs_register_toggle_status(&status);

    print_bytes("header", header.bytes, sizeof header.bytes);
    print_bytes("register", status.bytes, sizeof status.bytes);
    return 0;
}
