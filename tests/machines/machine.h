/* What firmware under test may ask of the machine it runs on: put text, put a number, end with a status. In: calls of
 * the firmware's main(). Out: text on the standard output of tests/machines/run, and its exit status. */
#ifndef MACHINE_H
#define MACHINE_H

#include <stddef.h>
#include <stdint.h>

/* Constant tables too large for an AVR's RAM stay in its flash; elsewhere they are plain constants. */
#if defined(__AVR__)
#define MACHINE_FLASH const __flash
#else
#define MACHINE_FLASH const
#endif

/* Prints NUL-terminated text as it is. */
void machine_put(const char *text);

/* Prints NUL-terminated text that lies in a MACHINE_FLASH table. */
void machine_put_flash(MACHINE_FLASH char *text);

/* Prints a number in decimal. */
void machine_put_number(uint32_t number);

/* Prints a number in hexadecimal, "0x" first, without leading zeros. */
void machine_put_hexadecimal(uint64_t number);

/* Ends the run; `status` (0..255) becomes the exit status. Returning from main() does the same. */
#if defined(__cplusplus)
extern "C"
#endif
#if defined(__GNUC__)
__attribute__((noreturn))
#endif
void machine_exit(int status);

/* Each machine has one of these: prints one character. The rest of the text functions is in text.c. */
void machine_put_character(char character);

/* The firmware. */
int main(void);

/* There is no C library: memory.c has these (on the host and the AVR its library's are taken). */
void *memcpy(void *to, const void *from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int value, size_t size);
int memcmp(const void *left, const void *right, size_t size);
size_t strlen(const char *text);

#endif
