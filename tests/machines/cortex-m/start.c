/* Start-up of a Cortex-M: from reset, copies the initial data, clears the rest, runs main() and ends with its status.
 * A fault ends the run with its place and status 99 instead of hanging. */
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

/* `frame` is what the processor pushed: r0-r3, r12, lr, pc, xpsr. */
void report_fault(const uint32_t *frame);
__attribute__((used)) void report_fault(const uint32_t *frame)
{
    machine_put("the processor took a fault at ");
    machine_put_hexadecimal(frame[6]);
    machine_put("\n");
    machine_exit(99);
}

__attribute__((naked)) void fault_handler(void)
{
    __asm__ volatile("mov r0, sp\n\tbl report_fault");
}

typedef void (*vector_t)(void);

__attribute__((section(".vectors"), used))
static const struct { const void *stack; vector_t vector[15]; } vectors = {
    stack_end,
    { reset_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler,
      fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler,
      fault_handler },
};
