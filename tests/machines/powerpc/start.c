/* Start-up, text output and exit of a big-endian PowerPC under qemu's Linux emulation: main() in, Linux system calls
 * (write 4, exit 1) out. It needs no C library. */
#include "../machine.h"

enum { LINUX_EXIT = 1, LINUX_WRITE = 4, STANDARD_OUTPUT = 1 };

static void linux_call(long number, long first, const void *second, long third)
{
    register long r0 __asm__("r0") = number;
    register long r3 __asm__("r3") = first;
    register const void *r4 __asm__("r4") = second;
    register long r5 __asm__("r5") = third;

    __asm__ volatile("sc" : "+r"(r0), "+r"(r3), "+r"(r4), "+r"(r5) : : "memory", "cr0", "r6", "r7", "r8", "r9", "r10",
                     "r11", "r12");
}

static char line[80];
static unsigned line_length;

static void flush_line(void)
{
    linux_call(LINUX_WRITE, STANDARD_OUTPUT, line, (long)line_length);
    line_length = 0;
}

void machine_put_character(char character)
{
    line[line_length++] = character;
    if (character == '\n' || line_length == sizeof line)
        flush_line();
}

void machine_exit(int status)
{
    if (line_length > 0)
        flush_line();
    for (;;)
        linux_call(LINUX_EXIT, status, (const void *)0, 0);
}

void _start(void);
void _start(void)
{
    machine_exit(main());
}
