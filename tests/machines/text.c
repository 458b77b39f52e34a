/* Text output of every machine: strings and numbers in, single characters to machine_put_character() out. */
#include "machine.h"

void machine_put(const char *text)
{
    for (; *text != '\0'; ++text)
        machine_put_character(*text);
}

void machine_put_flash(MACHINE_FLASH char *text)
{
    for (; *text != '\0'; ++text)
        machine_put_character(*text);
}

void machine_put_number(uint32_t number)
{
    char digits[11];
    char *first = digits + sizeof digits - 1;

    *first = '\0';
    do {
        *--first = (char)('0' + number % 10u);
        number /= 10u;
    } while (number != 0u);
    machine_put(first);
}

void machine_put_hexadecimal(uint64_t number)
{
    char digits[17];
    char *first = digits + sizeof digits - 1;

    *first = '\0';
    do {
        *--first = "0123456789abcdef"[number & 15u];
        number >>= 4;
    } while (number != 0u);
    machine_put("0x");
    machine_put(first);
}
