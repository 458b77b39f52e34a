/* Characters received on USART0 go in; the same characters in upper case come out. A broken one lights the LED and is
 * remembered in a general purpose register. */
#include "avr_usart.h"

/* 9,600 baud from 4 MHz: BAUD = 64 * 4e6 / (16 * 9600). */
enum { BAUD_9600 = 1667 };

static void usart_start(void)
{
    avr_usart0_ctrlb_t on = avr_usart0_ctrlb_edit();

    avr_vporta_dir_set_tx(true);
    avr_vporta_dir_set_led(true);
    avr_usart0_baud_write(BAUD_9600);
    avr_usart0_ctrlc_set_chsize(AVR_CHARACTER_SIZE_BITS_8);
    on = avr_usart0_ctrlb_with_rxen(on, true);
    on = avr_usart0_ctrlb_with_txen(on, true);
    avr_usart0_ctrlb_write(on);
}

/* The errors belong to the character in front of the buffer, and are gone once it has been read. */
static uint8_t usart_receive(void)
{
    avr_usart0_rxdatah_t errors;

    do {
        errors = avr_usart0_rxdatah_read();
    } while (!avr_usart0_rxdatah_get_rx_done(errors));
    if (avr_usart0_rxdatah_get_frame_error(errors)) {
        avr_flags_flags_set_frame_error(true);
        avr_vporta_out_set_led(true);
    }
    if (avr_usart0_rxdatah_get_overflow(errors))
        avr_flags_flags_set_overflow(true);
    return avr_usart0_rxdatal_read();
}

static void usart_send(uint8_t character)
{
    while (!avr_usart0_status_read_ready()) {
    }
    avr_usart0_status_clear_tx_done();
    avr_usart0_txdatal_write(character);
}

int main(void)
{
    usart_start();
    for (;;) {
        uint8_t character = usart_receive();
        if (character >= 'a' && character <= 'z')
            character = (uint8_t)(character - 'a' + 'A');
        usart_send(character);
    }
}
