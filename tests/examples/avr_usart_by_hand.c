/* The program of examples/avr_usart/main.c with each register written by hand: the size that the generated accessors must
 * not exceed. */
#include <stdint.h>

#define VPORTA_DIR (*(volatile uint8_t *)0x0000)
#define VPORTA_OUT (*(volatile uint8_t *)0x0001)
#define GPR0 (*(volatile uint8_t *)0x001C)
#define USART0_RXDATAL (*(volatile uint8_t *)0x0800)
#define USART0_RXDATAH (*(volatile uint8_t *)0x0801)
#define USART0_TXDATAL (*(volatile uint8_t *)0x0802)
#define USART0_STATUS (*(volatile uint8_t *)0x0804)
#define USART0_CTRLB (*(volatile uint8_t *)0x0806)
#define USART0_CTRLC (*(volatile uint8_t *)0x0807)
#define USART0_BAUD (*(volatile uint16_t *)0x0808)

static void usart_start(void)
{
    uint8_t on = USART0_CTRLB;

    VPORTA_DIR |= 1;
    VPORTA_DIR |= 1 << 7;
    USART0_BAUD = 1667;
    USART0_CTRLC = (USART0_CTRLC & 0xF8) | 3;
    USART0_CTRLB = on | 0xC0;
}

static uint8_t usart_receive(void)
{
    uint8_t errors;

    do {
        errors = USART0_RXDATAH;
    } while ((errors & 1 << 7) == 0);
    if (errors & 1 << 2) {
        GPR0 |= 1;
        VPORTA_OUT |= 1 << 7;
    }
    if (errors & 1 << 6)
        GPR0 |= 1 << 1;
    return USART0_RXDATAL;
}

static void usart_send(uint8_t character)
{
    while ((USART0_STATUS & 1 << 5) == 0) {
    }
    USART0_STATUS = 1 << 6;
    USART0_TXDATAL = character;
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
