/* Loads a word from an odd address, which a Cortex-M0 refuses: must end with status 99, not hang. */
#include "machine.h"

static uint32_t words[2];
static volatile uintptr_t odd = 1;

int main(void)
{
    const volatile uint32_t *unaligned = (const volatile uint32_t *)((uintptr_t)words + odd);

    machine_put_number(*unaligned);
    return 0;
}
