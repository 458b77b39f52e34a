/* Runs one firmware on a simulated ATmega. In: the chip's name and an ELF file. Out: the text that the firmware writes
 * to GPIOR1, and as exit status what it writes to GPIOR0; 98 where it crashes, 97 where it runs out of its budget of
 * cycles (so that nothing hangs), 2 on wrong use. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>
#include <simavr/sim_io.h>

/* Data addresses, the same on all ATmegas that have them (ATmega48 … ATmega1284, ATmega640 … ATmega2560). */
enum { GPIOR0_ADDRESS = 0x3E, GPIOR1_ADDRESS = 0x4A };

enum { STATUS_CRASHED = 98, STATUS_OUT_OF_CYCLES = 97, STATUS_WRONG_USE = 2 };

static const uint64_t default_cycle_budget = 3000000000u;

typedef struct outcome { int is_over; int status; } outcome_t;

static void on_status(avr_t *avr, avr_io_addr_t address, uint8_t value, void *parameter)
{
    outcome_t *outcome = parameter;

    (void)address;
    outcome->is_over = 1;
    outcome->status = value;
    avr->state = cpu_Done;
}

static void on_text(avr_t *avr, avr_io_addr_t address, uint8_t value, void *parameter)
{
    (void)avr;
    (void)address;
    (void)parameter;
    putchar(value);
}

/* The simulator's notes belong on standard error, and only what is wrong. */
static void log_errors(struct avr_t *avr, const int level, const char *format, va_list arguments)
{
    (void)avr;
    if (level == LOG_ERROR)
        vfprintf(stderr, format, arguments);
}

static int run_until_over(avr_t *avr, const outcome_t *outcome, uint64_t cycle_budget)
{
    while (!outcome->is_over) {
        int state = avr_run(avr);
        if (outcome->is_over)
            break;
        if (state == cpu_Crashed || state == cpu_Done) {
            fprintf(stderr, "avr run: crashed at 0x%05x\n", (unsigned)avr->pc);
            return STATUS_CRASHED;
        }
        if (avr->cycle > cycle_budget) {
            fprintf(stderr, "avr run: not over after %llu cycles, at 0x%05x\n",
                    (unsigned long long)cycle_budget, (unsigned)avr->pc);
            return STATUS_OUT_OF_CYCLES;
        }
    }
    return outcome->status;
}

int main(int argument_count, char **arguments)
{
    elf_firmware_t firmware = {0};
    outcome_t outcome = {0};
    avr_t *avr;
    int status;

    if (argument_count < 3 || argument_count > 4) {
        fprintf(stderr, "use: run CHIP FILE.elf [CYCLES]\n");
        return STATUS_WRONG_USE;
    }
    avr_global_logger_set(log_errors);
    if (elf_read_firmware(arguments[2], &firmware) != 0) {
        fprintf(stderr, "avr run: cannot read %s\n", arguments[2]);
        return STATUS_WRONG_USE;
    }
    avr = avr_make_mcu_by_name(arguments[1]);
    if (avr == NULL || avr_init(avr) != 0) {
        fprintf(stderr, "avr run: no chip %s\n", arguments[1]);
        return STATUS_WRONG_USE;
    }
    avr->frequency = 16000000;
    avr->log = LOG_ERROR;
    avr_load_firmware(avr, &firmware);
    avr_register_io_write(avr, GPIOR0_ADDRESS, on_status, &outcome);
    avr_register_io_write(avr, GPIOR1_ADDRESS, on_text, NULL);
    status = run_until_over(avr, &outcome, argument_count == 4 ? strtoull(arguments[3], NULL, 0) : default_cycle_budget);
    fflush(stdout);
    avr_terminate(avr);
    return status;
}
