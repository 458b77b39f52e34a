/* Start-up of a Cortex-M: from reset, copies the initial data, clears the rest, runs main() and ends with its status.
 * A fault ends the run with status 99 instead of hanging. */
#include "../machine.h"

extern uint32_t initial_data_start[], data_start[], data_end[], zero_start[], zero_end[], stack_end[];

void reset_handler(void);
void fault_handler(void);

void reset_handler(void)
{
    const uint32_t *source = initial_data_start;
    uint32_t *target;

    for (target = data_start; target < data_end; ++target)
        *target = *source++;
    for (target = zero_start; target < zero_end; ++target)
        *target = 0;
    machine_exit(main());
}

void fault_handler(void)
{
    machine_put("the processor took a fault\n");
    machine_exit(99);
}

typedef void (*vector_t)(void);

__attribute__((section(".vectors"), used))
static const struct { const void *stack; vector_t vector[15]; } vectors = {
    stack_end,
    { reset_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler,
      fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler,
      fault_handler },
};
