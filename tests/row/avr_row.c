/* Rows of an AVR: each step's result is compared, and GPR0 gets the number of the first that is wrong, 0 where all is
 * right. GPR1 tells the emulator what to pretend: that an interrupt runs, that a row is protected, that all is over.
 *
 * The build says what part it is: ROW_HEADER, EEPROM_DRIVER, EEPROM_CONTEXT, and where it has a user row USERROW_DRIVER,
 * USERROW_CONTEXT, USERROW_BYTES, USERROW_ERASE_BYTES; USERROW_LOCKS, EEPROM_LOCKS where it can be protected; GPR, where
 * the two registers are. */
#include ROW_HEADER

#if !defined GPR
#define GPR 0x1C
#endif
#define FAILED (*(volatile uint8_t *)GPR)
#define STAGE (*(volatile uint8_t *)(GPR + 1))
#define CHECK(condition) ((condition) ? (void)0 : end(__LINE__))

enum { IN_INTERRUPT = 1, PLAIN = 2, OVER = 3, ROW_PROTECTED = 4, EEPROM_PROTECTED = 5 };

__attribute__((naked, used, section(".init2"))) void start(void);
void start(void)
{
    __asm__ volatile("clr r1\n\tldi r28, %0\n\tldi r29, %1\n\tout 0x3D, r28\n\tout 0x3E, r29"
                     : : "M"(STACK % 256), "M"(STACK / 256));
}

__attribute__((naked, used, section(".init9"))) void enter(void);
int main(void);
void enter(void)
{
    __asm__ volatile("sei\n\trjmp main");
}

static void end(int line)
{
    FAILED = (uint8_t)line;
    STAGE = OVER;
    for (;;)
        continue;
}

#if defined USERROW_DRIVER
static void use_userrow(void)
{
    static const mr_row_geometry_t geometry = {
        .size_bytes = USERROW_BYTES, .erase_bytes = USERROW_ERASE_BYTES, .program_bytes = 1, .is_erasable = true
    };
    static const uint8_t text[] = { 1, 2, 3, 4, 5 };
    static uint8_t buffer[USERROW_BYTES];
    static mr_row_t row;
    int count;

    mr_row_open(&row, &USERROW_DRIVER, &geometry, (void *)USERROW_CONTEXT, buffer);
    CHECK(mr_row_write(&row, 0, 0x55) == 1);
    CHECK(mr_row_write(&row, 0, 0x54) == 1);
    CHECK(mr_row_put(&row, USERROW_BYTES - 5, text, 5) == 1);
    CHECK(mr_row_write(&row, 0, 0xAA) == 0);
    CHECK(mr_row_flush(&row) == 1);
    for (count = 0; count < 65; ++count)
        CHECK(mr_row_tally_increment(&row, 8, 8) == count % 64 + 1);
    CHECK(mr_row_tally(&row, 8, 8) == 1);
    STAGE = IN_INTERRUPT;
    CHECK(mr_row_write(&row, 1, 7) == MR_IN_INTERRUPT);
    STAGE = PLAIN;
    CHECK(mr_row_flush(&row) == 1);
#if defined USERROW_LOCKS
    STAGE = ROW_PROTECTED;
    CHECK(mr_row_write(&row, 2, 9) == MR_LOCKED);
    STAGE = PLAIN;
    mr_row_revert(&row);
#endif
}
#endif

#if defined EEPROM_DRIVER
static void use_eeprom(void)
{
    static const mr_row_geometry_t geometry = {
        .size_bytes = 16, .erase_bytes = 1, .program_bytes = 1, .is_erasable = true
    };
    static uint8_t buffer[16];
    mr_row_t row;

    mr_row_open(&row, &EEPROM_DRIVER, &geometry, (void *)EEPROM_CONTEXT, buffer);
    CHECK(mr_row_write(&row, 3, 0x5A) == 1);
    CHECK(mr_row_write(&row, 3, 0xA5) == 0);
    CHECK(mr_row_flush(&row) == 1);
#if defined EEPROM_LOCKS
    STAGE = EEPROM_PROTECTED;
    CHECK(mr_row_write(&row, 4, 9) == MR_LOCKED);
    STAGE = PLAIN;
    mr_row_revert(&row);
#endif
}
#endif

int main(void)
{
#if defined USERROW_DRIVER
    use_userrow();
#endif
#if defined EEPROM_DRIVER
    use_eeprom();
#endif
    end(0);
    return 0;
}
