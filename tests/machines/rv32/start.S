/* Start-up of a RISC-V: from reset sets the stack, clears zeroed data, runs main() and ends with its status; a trap
 * ends the run with status 99 instead of hanging. The image is loaded straight into RAM: nothing is copied. */
    .section .start, "ax"
    .globl _start
_start:
#if !defined(MACHINE_IS_DEVICE)
    csrr t0, mhartid        # machines of several processors: the first one runs
0:  bnez t0, 0b
#endif
    .option push
    .option norelax
    la gp, __global_pointer$
    .option pop
    la sp, stack_end
#if !defined(MACHINE_IS_DEVICE)
    la t0, trap
    csrw mtvec, t0
#endif
    la t0, zero_start
    la t1, zero_end
1:  bgeu t0, t1, 2f
    sw zero, 0(t0)
    addi t0, t0, 4
    j 1b
2:  call main
    call machine_exit

    .balign 4
trap:
    la a0, trap_text
    call machine_put
    li a0, 99
    call machine_exit

    .section .rodata
trap_text:
    .asciz "the processor took a trap\n"
