/* A reset goes in; three letters come out of UART0, a scratch register is written, and the LED has blinked and stays lit. The
 * header is made from the vendor's description of the RP2040. */
#include "rp2040.h"

enum { LED_PIN = 25, BLINKS = 3 };

static void send(char character)
{
    while (rp2040_uart0_uartfr_read_txff()) {
    }
    rp2040_uart0_uartdr_write(rp2040_uart0_uartdr_with_data((rp2040_uart0_uartdr_t){ 0 }, (uint8_t)character));
}

void firmware_main(void)
{
    rp2040_resets_reset_set_io_bank0(false);
    rp2040_resets_reset_set_pads_bank0(false);
    rp2040_resets_reset_set_uart0(false);
    while (!rp2040_resets_reset_done_read_uart0()) {
    }
    rp2040_io_bank0_gpio25_ctrl_set_funcsel(RP2040_IO_BANK0_GPIO25_CTRL_FUNCSEL_SIO_25);
    rp2040_uart0_uartcr_set_uarten(true);
    send('S');
    send('V');
    send('D');
    rp2040_watchdog_scratch0_write((rp2040_watchdog_scratch0_t){ 1234 });
    rp2040_sio_gpio_oe_set_set_gpio_oe_set(UINT32_C(1) << LED_PIN);
    for (unsigned blink = 0; blink < BLINKS; blink++)
        rp2040_sio_gpio_out_xor_set_gpio_out_xor(UINT32_C(1) << LED_PIN);
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
