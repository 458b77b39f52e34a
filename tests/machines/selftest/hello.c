/* Uses everything a machine offers: text, numbers, initial and zeroed data, an exit status (42 where data are right). */
#include "machine.h"

static volatile uint32_t initial = 35;
static volatile uint32_t zero[40];
static MACHINE_FLASH char from_flash[] = "flash ";

int main(void)
{
    uint32_t sum = 0;
    unsigned index;

    for (index = 0; index < 40; ++index)
        sum |= zero[index];
    machine_put("hello ");
    machine_put_flash(from_flash);
    machine_put_number(4294967295u);
    machine_put(" ");
    machine_put_hexadecimal(0x1234567890abcdefu);
    machine_put("\nno newline at the end");
    return (int)(initial + sum + 7u);
}
