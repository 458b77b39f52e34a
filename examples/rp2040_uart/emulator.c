/* A firmware image (raw, for 0x10000000) goes in; what it sends on UART0, and then how it reached the registers, come out.
 *
 * The model: a Cortex-M0+ core with RAM and flash; the APB peripherals RESETS, IO_BANK0, UART0 and WATCHDOG with their
 * atomic windows (+0x1000 xor, +0x2000 set, +0x3000 clear); SIO's GPIO registers. The UART's FIFO holds 4 characters and
 * loses one at every third look at the flags, so that a program that does not wait loses text. A trigger of the watchdog
 * resets all but the scratch registers. The run ends where the program loops on one instruction.
 *
 * Exit status: 0 done; 1 a register was accessed with another width than 32 bits, or text was lost; 2 wrong use. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unicorn/unicorn.h>

enum {
    FLASH_BASE = 0x10000000, FLASH_SIZE = 0x200000, RAM_BASE = 0x20000000, RAM_SIZE = 0x42000, APB_BASE = 0x40000000,
    APB_SIZE = 0x70000, SIO_SIZE = 0x1000,
    RESETS = 0x0C000, IO_BANK0 = 0x14000, UART0 = 0x34000, WATCHDOG = 0x58000,
    BLOCK_MASK = 0xFC000, WINDOW_XOR = 1, WINDOW_SET = 2, WINDOW_CLEAR = 3,
    UARTDR = 0x00, UARTFR = 0x18, UARTLCR_H = 0x2C, UARTCR = 0x30,
    FLAG_BUSY = 1 << 3, FLAG_RXFE = 1 << 4, FLAG_TXFF = 1 << 5, FLAG_TXFE = 1 << 7,
    FIFO_DEPTH = 4, LOOKS_PER_CHARACTER = 3, RESET_UART0 = 1 << 22, MOST_INSTRUCTIONS = 1000000
};
#define SIO_BASE 0xD0000000u

typedef struct emulator {
    uc_engine *engine;
    uint32_t apb[APB_SIZE / 4];
    uint32_t gpio_out, gpio_oe;
    unsigned fifo_used, looks;
    unsigned long reads, writes[4], bad_widths, lost, instructions;
    unsigned resets;
    bool must_reset;
    uint64_t last_address;
} emulator_t;

static void peripherals_reset(emulator_t *emulator)
{
    uint32_t *apb = emulator->apb;
    uint32_t scratch[8];

    memcpy(scratch, &apb[(WATCHDOG + 0x0C) / 4], sizeof scratch);
    memset(apb, 0, sizeof emulator->apb);
    memcpy(&apb[(WATCHDOG + 0x0C) / 4], scratch, sizeof scratch);
    apb[RESETS / 4] = 0x01FFFFFF;
    apb[(UART0 + UARTCR) / 4] = 0x300;
    for (unsigned pin = 0; pin < 30; pin++)
        apb[(IO_BANK0 + pin * 8 + 4) / 4] = 0x1F;
    emulator->gpio_out = emulator->gpio_oe = 0;
    emulator->fifo_used = emulator->looks = 0;
}

static uint32_t uart_flags(emulator_t *emulator)
{
    uint32_t flags = FLAG_RXFE;

    if (emulator->fifo_used > 0 && ++emulator->looks % LOOKS_PER_CHARACTER == 0)
        emulator->fifo_used--;
    if (emulator->fifo_used == FIFO_DEPTH)
        flags |= FLAG_TXFF;
    return flags | (emulator->fifo_used > 0 ? FLAG_BUSY : FLAG_TXFE);
}

static void uart_send(emulator_t *emulator, uint32_t value)
{
    bool is_on = (emulator->apb[(UART0 + UARTCR) / 4] & 0x101u) == 0x101u &&
                 (emulator->apb[RESETS / 4] & RESET_UART0) == 0;

    if (!is_on || emulator->fifo_used == FIFO_DEPTH) {
        emulator->lost++;
        return;
    }
    emulator->fifo_used++;
    putchar((int)(value & 0xFFu));
}

static uint64_t apb_read(uc_engine *engine, uint64_t offset, unsigned size, void *data)
{
    emulator_t *emulator = data;
    uint32_t place = (uint32_t)offset & (BLOCK_MASK | 0xFFFu);

    (void)engine;
    emulator->reads++;
    emulator->bad_widths += size != 4;
    if (place == UART0 + UARTFR)
        return uart_flags(emulator);
    if (place == RESETS + 0x08)
        return ~emulator->apb[RESETS / 4] & 0x01FFFFFFu;
    return emulator->apb[place / 4];
}

static void apb_write(uc_engine *engine, uint64_t offset, unsigned size, uint64_t value, void *data)
{
    emulator_t *emulator = data;
    uint32_t place = (uint32_t)offset & (BLOCK_MASK | 0xFFFu), bits = (uint32_t)value;
    unsigned window = (unsigned)offset >> 12 & 3u;
    uint32_t *word = &emulator->apb[place / 4];

    emulator->writes[window]++;
    emulator->bad_widths += size != 4;
    if (place == UART0 + UARTDR) {
        uart_send(emulator, bits);
        return;
    }
    switch (window) {
    case WINDOW_XOR: *word ^= bits; break;
    case WINDOW_SET: *word |= bits; break;
    case WINDOW_CLEAR: *word &= ~bits; break;
    default: *word = bits; break;
    }
    if (place == WATCHDOG && (*word & 0x80000000u) != 0) {
        emulator->must_reset = true;
        uc_emu_stop(engine);
    }
}

static uint64_t sio_read(uc_engine *engine, uint64_t offset, unsigned size, void *data)
{
    emulator_t *emulator = data;

    (void)engine;
    emulator->reads++;
    emulator->bad_widths += size != 4;
    return offset == 0x10 ? emulator->gpio_out : offset == 0x20 ? emulator->gpio_oe : 0;
}

static void sio_write(uc_engine *engine, uint64_t offset, unsigned size, uint64_t value, void *data)
{
    emulator_t *emulator = data;
    uint32_t *word = offset < 0x20 ? &emulator->gpio_out : &emulator->gpio_oe, bits = (uint32_t)value;

    (void)engine;
    emulator->writes[0]++;
    emulator->bad_widths += size != 4;
    switch (offset & 0xFu) {
    case 0x0: *word = bits; break;
    case 0x4: *word |= bits; break;
    case 0x8: *word &= ~bits; break;
    default: *word ^= bits; break;
    }
}

static void each_instruction(uc_engine *engine, uint64_t address, uint32_t size, void *data)
{
    emulator_t *emulator = data;

    (void)size;
    if (address == emulator->last_address || ++emulator->instructions > MOST_INSTRUCTIONS)
        uc_emu_stop(engine);
    emulator->last_address = address;
}

static bool machine_build(emulator_t *emulator, const uint8_t *image, size_t image_size)
{
    uc_engine *engine;
    uc_hook hook;

    if (uc_open(UC_ARCH_ARM, UC_MODE_THUMB | UC_MODE_MCLASS, &emulator->engine) != UC_ERR_OK)
        return false;
    engine = emulator->engine;
    uc_ctl_set_cpu_model(engine, UC_CPU_ARM_CORTEX_M0);
    return uc_mem_map(engine, FLASH_BASE, FLASH_SIZE, UC_PROT_READ | UC_PROT_EXEC) == UC_ERR_OK &&
           uc_mem_map(engine, RAM_BASE, RAM_SIZE, UC_PROT_READ | UC_PROT_WRITE) == UC_ERR_OK &&
           uc_mmio_map(engine, APB_BASE, APB_SIZE, apb_read, emulator, apb_write, emulator) == UC_ERR_OK &&
           uc_mmio_map(engine, SIO_BASE, SIO_SIZE, sio_read, emulator, sio_write, emulator) == UC_ERR_OK &&
           uc_mem_write(engine, FLASH_BASE, image, image_size) == UC_ERR_OK &&
           uc_hook_add(engine, &hook, UC_HOOK_CODE, (void *)(uintptr_t)each_instruction, emulator, 1, 0) == UC_ERR_OK;
}

/* Runs from reset until the program loops or the watchdog resets it; false on a fault. */
static bool machine_run(emulator_t *emulator)
{
    uint32_t vectors[2];
    uc_err error;

    peripherals_reset(emulator);
    emulator->must_reset = false;
    emulator->last_address = 0;
    uc_mem_read(emulator->engine, FLASH_BASE, vectors, sizeof vectors);
    uc_reg_write(emulator->engine, UC_ARM_REG_SP, &vectors[0]);
    error = uc_emu_start(emulator->engine, vectors[1] | 1u, 0, 0, 0);
    if (error != UC_ERR_OK)
        fprintf(stderr, "emulator: %s\n", uc_strerror(error));
    return error == UC_ERR_OK && emulator->instructions <= MOST_INSTRUCTIONS;
}

int main(int argument_count, char **arguments)
{
    static emulator_t emulator;
    static uint8_t image[FLASH_SIZE];
    FILE *file = argument_count == 2 ? fopen(arguments[1], "rb") : NULL;
    size_t image_size;

    if (file == NULL) {
        fprintf(stderr, "usage: emulator FIRMWARE.bin\n");
        return 2;
    }
    image_size = fread(image, 1, sizeof image, file);
    fclose(file);
    if (!machine_build(&emulator, image, image_size)) {
        fprintf(stderr, "emulator: the machine cannot be built\n");
        return 2;
    }
    do {
        if (!machine_run(&emulator))
            return 1;
        emulator.resets += emulator.must_reset;
    } while (emulator.must_reset);
    printf("resets by the watchdog %u, scratch0 %u, LED %s\n", emulator.resets,
           (unsigned)emulator.apb[(WATCHDOG + 0x0C) / 4],
           (emulator.gpio_out & emulator.gpio_oe & 1u << 25) != 0 ? "on" : "off");
    printf("reads %lu, writes: plain %lu, set %lu, clear %lu, xor %lu; of another width %lu, characters lost %lu\n",
           emulator.reads, emulator.writes[0], emulator.writes[WINDOW_SET], emulator.writes[WINDOW_CLEAR],
           emulator.writes[WINDOW_XOR], emulator.bad_widths, emulator.lost);
    uc_close(emulator.engine);
    return emulator.bad_widths + emulator.lost == 0 ? 0 : 1;
}
