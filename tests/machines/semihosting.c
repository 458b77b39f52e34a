/* Text output and exit for emulated Cortex-M and RISC-V: characters and a status in, semihosting calls (SYS_WRITE0 and
 * SYS_EXIT_EXTENDED of Arm's "Semihosting for AArch32 and AArch64") to the emulator out. */
#include "machine.h"

enum { SYS_WRITE0 = 0x04, SYS_EXIT_EXTENDED = 0x20, ADP_STOPPED_APPLICATION_EXIT = 0x20026 };

#if defined(__riscv)
static void semihosting_call(uintptr_t operation, const void *parameter)
{
    register uintptr_t a0 __asm__("a0") = operation;
    register const void *a1 __asm__("a1") = parameter;

    /* The three instructions must be uncompressed and in one page: that is how the emulator knows the call. */
    __asm__ volatile(".option push\n.option norvc\n.balign 16\n"
                     "slli x0, x0, 0x1f\nebreak\nsrai x0, x0, 7\n"
                     ".option pop"
                     : "+r"(a0) : "r"(a1) : "memory");
}
#else
static void semihosting_call(uintptr_t operation, const void *parameter)
{
    register uintptr_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = parameter;

    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}
#endif

/* One call a line: each leaves the emulated processor, which costs far more than the characters. */
static char line[80];
static unsigned line_length;

static void flush_line(void)
{
    line[line_length] = '\0';
    line_length = 0;
    semihosting_call(SYS_WRITE0, line);
}

void machine_put_character(char character)
{
    line[line_length++] = character;
    if (character == '\n' || line_length == sizeof line - 1)
        flush_line();
}

void machine_exit(int status)
{
    uintptr_t block[2];

    if (line_length > 0)
        flush_line();
    block[0] = ADP_STOPPED_APPLICATION_EXIT;
    block[1] = (uintptr_t)status;
    for (;;)
        semihosting_call(SYS_EXIT_EXTENDED, block);
}
