/* The user row of a SAMD21, the user page of a SAMD51: units to program and erases go in, the NVMCTRL's registers are
 * written; the fuses before the region come through. */
#include "samd_nvm_row.h"

#include "memreg/cortex_m.h"

enum { USER_ADDRESS = 0x00804000, COMMAND_KEY = 0xA500 };

#if defined __ARM_ARCH_6M__ /* SAMD21 */

#define NVMCTRL_COMMAND (*(volatile uint16_t *)0x41004000u)
#define NVMCTRL_MODE (*(volatile uint32_t *)0x41004004u)         /* CTRLB */
#define NVMCTRL_READY (*(const volatile uint8_t *)0x41004014u)   /* INTFLAG */
#define NVMCTRL_ERROR (*(volatile uint16_t *)0x41004018u)        /* STATUS */
#define NVMCTRL_ADDRESS (*(volatile uint32_t *)0x4100401Cu)
enum { MODE_MANUAL = 0x80, MODE_CACHE_OFF = 0x40000, READY = 0x01, ERRORS = 0x1C, SECURITY = 0x100 };
enum { COMMAND_ERASE = 0x05, COMMAND_PROGRAM = 0x06, COMMAND_CLEAR_BUFFER = 0x44, COMMAND_INVALIDATE = 0x46 };
enum { UNIT_BYTES = 64, FUSE_BYTES = 64 };

static uint32_t address_of(const volatile uint32_t *at)
{
    return (uint32_t)(uintptr_t)at / 2; /* in 16-bit words */
}

static bool is_locked(void)
{
    return (NVMCTRL_ERROR & SECURITY) != 0;
}

#else /* SAMD51 */

#define NVMCTRL_MODE (*(volatile uint16_t *)0x41004000u)         /* CTRLA */
#define NVMCTRL_COMMAND (*(volatile uint16_t *)0x41004004u)      /* CTRLB */
#define NVMCTRL_ERROR (*(volatile uint16_t *)0x41004010u)        /* INTFLAG */
#define NVMCTRL_READY (*(const volatile uint16_t *)0x41004012u)  /* STATUS */
#define NVMCTRL_ADDRESS (*(volatile uint32_t *)0x41004014u)
#define MODE_AUTOMATIC 0x30
enum { MODE_MANUAL = 0, MODE_CACHE_OFF = 0xC000, READY = 0x01, ERRORS = 0x4E };
enum { COMMAND_ERASE = 0x00, COMMAND_PROGRAM = 0x04, COMMAND_CLEAR_BUFFER = 0x15 };
enum { UNIT_BYTES = 16, FUSE_BYTES = 32 };

static uint32_t address_of(const volatile uint32_t *at)
{
    return (uint32_t)(uintptr_t)at;
}

static bool is_locked(void)
{
    return false;
}

#endif

static void command(unsigned code)
{
    while ((NVMCTRL_READY & READY) == 0)
        continue;
    NVMCTRL_COMMAND = (uint16_t)(COMMAND_KEY | code);
    while ((NVMCTRL_READY & READY) == 0)
        continue;
}

/* Runs a command at an address; true where the NVMCTRL tells no error. */
static bool execute(unsigned code, const volatile uint32_t *at)
{
    NVMCTRL_ERROR = ERRORS;
    NVMCTRL_ADDRESS = address_of(at);
    command(code);
    return (NVMCTRL_ERROR & ERRORS) == 0;
}

/* Pages are written when a command says so, not when the last word of one is loaded; what is read meanwhile and after is
 * the memory's, not the cache's. The result goes to leave(). */
static uint32_t enter(void)
{
    uint32_t mode = NVMCTRL_MODE;

#if defined MODE_AUTOMATIC
    NVMCTRL_MODE = (uint16_t)((mode & ~(uint32_t)MODE_AUTOMATIC) | MODE_CACHE_OFF);
#else
    NVMCTRL_MODE = mode | MODE_MANUAL | MODE_CACHE_OFF;
#endif
    return mode;
}

static void leave(uint32_t mode)
{
#if defined MODE_AUTOMATIC
    NVMCTRL_MODE = (uint16_t)mode;
#else
    command(COMMAND_INVALIDATE);
    NVMCTRL_MODE = mode;
#endif
}

/* Programs one unit, word by word: the page buffer takes no bytes. */
static bool program_words(volatile uint32_t *to, const uint32_t *words)
{
    unsigned index;

    command(COMMAND_CLEAR_BUFFER);
    for (index = 0; index < UNIT_BYTES / 4; ++index)
        to[index] = words[index];
    return execute(COMMAND_PROGRAM, to);
}

static mr_status_t program_unit(void *context, size_t offset, const uint8_t *unit)
{
    volatile uint32_t *to = (volatile uint32_t *)context + offset / 4;
    uint32_t words[UNIT_BYTES / 4], mode;
    unsigned index;
    bool is_right;

    for (index = 0; index < UNIT_BYTES / 4; ++index, unit += 4)
        words[index] = mr_cortex_m_word_of(unit);
    mode = enter();
    is_right = program_words(to, words);
    leave(mode);
    return is_right ? MR_OK : MR_ERROR;
}

static bool is_equal(const volatile uint32_t *user, const uint32_t *fuses, unsigned count)
{
    while (count-- > 0)
        if (user[count] != fuses[count])
            return false;
    return true;
}

/* Programs those fuses that are not what they were; true where all are. */
static bool restore_fuses(const uint32_t *fuses)
{
    volatile uint32_t *user = (volatile uint32_t *)USER_ADDRESS;
    unsigned index;

    for (index = 0; index < FUSE_BYTES / 4; index += UNIT_BYTES / 4)
        if (!is_equal(user + index, fuses + index, UNIT_BYTES / 4))
            program_words(user + index, fuses + index);
    return is_equal(user, fuses, FUSE_BYTES / 4);
}

static mr_status_t erase_user(void *context, size_t offset)
{
    const volatile uint32_t *user = (const volatile uint32_t *)USER_ADDRESS;
    uint32_t fuses[FUSE_BYTES / 4], mode = enter();
    unsigned index;
    bool is_right;

    (void)context;
    (void)offset;
    for (index = 0; index < FUSE_BYTES / 4; ++index)
        fuses[index] = user[index];
    is_right = execute(COMMAND_ERASE, user);
    is_right = restore_fuses(fuses) && is_right;
    leave(mode);
    return is_right ? MR_OK : MR_ERROR;
}

static mr_status_t state(void *context)
{
    mr_status_t status = mr_cortex_m_row_state(context);

    return status == MR_OK && is_locked() ? MR_LOCKED : status;
}

const mr_row_driver_t mr_samd_nvm_userrow_driver = { mr_cortex_m_read_byte, program_unit, erase_user, state };
