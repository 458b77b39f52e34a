/* A reset goes in; lines of text come out of UART0, the LED lights, and the number of the start is kept in the watchdog's
 * scratch register over two resets that the watchdog makes. */
#include "rp2040_uart.h"

enum { STARTS_WANTED = 3, UART_TX_PIN = 0 };

static void peripherals_start(void)
{
    rp2040_resets_reset_set_io_bank0(false);
    rp2040_resets_reset_set_pads_bank0(false);
    rp2040_resets_reset_set_uart0(false);
    while (!rp2040_resets_reset_done_read_uart0()) {
    }
    rp2040_io_bank0_gpio_ctrl_set_funcsel(UART_TX_PIN, RP2040_FUNCTION_UART);
    rp2040_io_bank0_gpio_ctrl_set_funcsel(RP2040_LED_PIN, RP2040_FUNCTION_SIO);
}

/* 115,200 baud from a peripheral clock of 125 MHz: 125e6 / (16 * 115200) = 67 + 52 / 64. */
static void uart_start(void)
{
    rp2040_uart0_lcr_h_t line = rp2040_uart0_lcr_h_edit();

    rp2040_uart0_ibrd_set_divisor(67);
    rp2040_uart0_fbrd_set_divisor(52);
    line = rp2040_uart0_lcr_h_with_wlen(line, 3);
    line = rp2040_uart0_lcr_h_with_fen(line, true);
    rp2040_uart0_lcr_h_write(line);
    rp2040_uart0_cr_set_uarten(true);
}

static void uart_send(char character)
{
    while (rp2040_uart0_fr_read_txff()) {
    }
    rp2040_uart0_tx_set_data((uint8_t)character);
}

static void uart_print(const char *text)
{
    while (*text != '\0')
        uart_send(*text++);
}

static void led_light(void)
{
    rp2040_sio_gpio_oe_set_write(UINT32_C(1) << RP2040_LED_PIN);
    rp2040_sio_gpio_out_set_write(UINT32_C(1) << RP2040_LED_PIN);
}

void firmware_main(void)
{
    uint32_t starts = rp2040_watchdog_scratch_read(0) + 1u;

    rp2040_watchdog_scratch_write(0, starts);
    peripherals_start();
    uart_start();
    led_light();
    uart_print("Hello from UART0, start ");
    uart_send((char)('0' + starts % 10u));
    uart_print("\r\n");
    while (rp2040_uart0_fr_read_busy()) {
    }
    if (starts < STARTS_WANTED)
        rp2040_watchdog_ctrl_set_trigger(true);
    for (;;) {
    }
}

extern const uint32_t stack_top[];

typedef void (*vector_t)(void);

/* The two words that the core reads at reset. */
__attribute__((section(".vectors"), used)) static const struct {
    const uint32_t *stack;
    vector_t reset;
} vectors = {stack_top, firmware_main};
