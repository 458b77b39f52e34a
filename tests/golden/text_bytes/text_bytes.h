/* Made from text_bytes.mr by memregc 0.1.0; fingerprint 0x8FCC47BA. Do not edit: edit the layout.
 * Departures from MISRA C:2012 are listed, each with its reason, in memregc's docs/misra.md. */
/** Text and raw bytes. */
#ifndef TEXT_BYTES_TEXT_BYTES_INCLUDED
#define TEXT_BYTES_TEXT_BYTES_INCLUDED

/* Behind the helpers, each below a line "---- NAME": Identity. */
#include <stdbool.h>
#include <stdint.h>

/* ---- What everything below is made of: each access in the form that costs least on each instruction set. */
/* ---- Blocks of bytes: integers of either byte order at any place. */
/* ---- Text of at most `size` bytes, padded with NUL; a copy of it is always terminated. */
/* ---- What calls that can fail return: zero or more where they did not. */
/* ---- Copies of memory. Bytes that are equal already are not written, and all are written in their order. */
#define TEXT_BYTES_VERSION 1u
#define TEXT_BYTES_FINGERPRINT 0x8FCC47BAu

/* ---- Identity: 76 bytes at 0x20000000
 * OFFSET BITS   NAME                     TYPE            DEFAULT
 * 0x0000        owner                    char[5]         = "acme"
 * 0x0005        full                     char[4]         = "full"
 * 0x0009        escaped                  char[12]        = 0x61…
 * 0x0015        utf8                     char[8]         = 0x5A…
 * 0x001D        one                      char[1]         = "x"
 * 0x001E        address                  byte[6]         = 0x02…
 * 0x0024        key                      byte[16]
 * 0x0034        words                    char[8][3]
 */
#define TEXT_BYTES_IDENTITY_SIZE 76u
#ifndef TEXT_BYTES_IDENTITY_ADDRESS
#define TEXT_BYTES_IDENTITY_ADDRESS 0x20000000u
#endif
typedef struct { uint8_t bytes[TEXT_BYTES_IDENTITY_SIZE]; } text_bytes_identity_t;
MR_ASSERT(text_bytes_identity, sizeof(text_bytes_identity_t) == TEXT_BYTES_IDENTITY_SIZE);
/* The place itself. */
MR_INLINE text_bytes_identity_t *text_bytes_identity_at(void) { return (text_bytes_identity_t *)(uintptr_t)(TEXT_BYTES_IDENTITY_ADDRESS); }
static inline void text_bytes_identity_defaults(text_bytes_identity_t *block)
{
    static const uint8_t initial[TEXT_BYTES_IDENTITY_SIZE] = {
        0x61, 0x63, 0x6D, 0x65, 0x00, 0x66, 0x75, 0x6C, 0x6C, 0x61, 0x22, 0x62, 0x5C, 0x63, 0x0A, 0x7F,
        0x00, 0x7A, 0x00, 0x00, 0x00, 0x5A, 0xC3, 0xBC, 0x72, 0x69, 0x63, 0x68, 0x00, 0x78, 0x02, 0x00,
        0x00, 0x12, 0x34, 0x56, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };
    mr_copy(block->bytes, initial, TEXT_BYTES_IDENTITY_SIZE);
}
/* Copies the place here, and back: only bytes that differ are written. Both go byte by byte: keep
 * interrupts that use the place away from them. */
static inline mr_status_t text_bytes_identity_load(text_bytes_identity_t *block)
{
    mr_copy(block->bytes, text_bytes_identity_at()->bytes, TEXT_BYTES_IDENTITY_SIZE);
    return MR_OK;
}
static inline mr_status_t text_bytes_identity_flush(text_bytes_identity_t *block)
{
    mr_copy_changed(text_bytes_identity_at()->bytes, block->bytes, TEXT_BYTES_IDENTITY_SIZE);
    return MR_OK;
}
/* Would a flush change anything? */
static inline bool text_bytes_identity_pending(const text_bytes_identity_t *block)
{
    const text_bytes_identity_t *place = text_bytes_identity_at();
    return mr_differs(block->bytes, place->bytes, TEXT_BYTES_IDENTITY_SIZE);
}
/* Loads; without a guard nothing tells what is there. */
static inline mr_status_t text_bytes_identity_open(text_bytes_identity_t *block)
{
    return text_bytes_identity_load(block);
}
#define TEXT_BYTES_IDENTITY_OWNER_OFFSET 0x00u
#define TEXT_BYTES_IDENTITY_OWNER_BIT 0u
#define TEXT_BYTES_IDENTITY_OWNER_WIDTH 40u
MR_INLINE void text_bytes_identity_get_owner(const text_bytes_identity_t *block, char out[6]) { mr_text(out, block->bytes, 5u); }
MR_INLINE void text_bytes_identity_set_owner(text_bytes_identity_t *block, const char *to) { mr_set_text(block->bytes, to, 5u); }
/** fills its field: not terminated in memory */
#define TEXT_BYTES_IDENTITY_FULL_OFFSET 0x05u
#define TEXT_BYTES_IDENTITY_FULL_BIT 0u
#define TEXT_BYTES_IDENTITY_FULL_WIDTH 32u
MR_INLINE void text_bytes_identity_get_full(const text_bytes_identity_t *block, char out[5]) { mr_text(out, block->bytes + 0x5u, 4u); }
MR_INLINE void text_bytes_identity_set_full(text_bytes_identity_t *block, const char *to) { mr_set_text(block->bytes + 0x5u, to, 4u); }
#define TEXT_BYTES_IDENTITY_ESCAPED_OFFSET 0x09u
#define TEXT_BYTES_IDENTITY_ESCAPED_BIT 0u
#define TEXT_BYTES_IDENTITY_ESCAPED_WIDTH 96u
MR_INLINE void text_bytes_identity_get_escaped(const text_bytes_identity_t *block, char out[13]) { mr_text(out, block->bytes + 0x9u, 12u); }
MR_INLINE void text_bytes_identity_set_escaped(text_bytes_identity_t *block, const char *to) { mr_set_text(block->bytes + 0x9u, to, 12u); }
#define TEXT_BYTES_IDENTITY_UTF8_OFFSET 0x15u
#define TEXT_BYTES_IDENTITY_UTF8_BIT 0u
#define TEXT_BYTES_IDENTITY_UTF8_WIDTH 64u
MR_INLINE void text_bytes_identity_get_utf8(const text_bytes_identity_t *block, char out[9]) { mr_text(out, block->bytes + 0x15u, 8u); }
MR_INLINE void text_bytes_identity_set_utf8(text_bytes_identity_t *block, const char *to) { mr_set_text(block->bytes + 0x15u, to, 8u); }
#define TEXT_BYTES_IDENTITY_ONE_OFFSET 0x1Du
#define TEXT_BYTES_IDENTITY_ONE_BIT 0u
#define TEXT_BYTES_IDENTITY_ONE_WIDTH 8u
MR_INLINE void text_bytes_identity_get_one(const text_bytes_identity_t *block, char out[2]) { mr_text(out, block->bytes + 0x1Du, 1u); }
MR_INLINE void text_bytes_identity_set_one(text_bytes_identity_t *block, const char *to) { mr_set_text(block->bytes + 0x1Du, to, 1u); }
#define TEXT_BYTES_IDENTITY_ADDRESS_OFFSET 0x1Eu
#define TEXT_BYTES_IDENTITY_ADDRESS_BIT 0u
#define TEXT_BYTES_IDENTITY_ADDRESS_WIDTH 48u
MR_INLINE uint8_t *text_bytes_identity_bytes_address(text_bytes_identity_t *block) { return block->bytes + 0x1Eu; }
MR_INLINE const uint8_t *text_bytes_identity_const_bytes_address(const text_bytes_identity_t *block) { return block->bytes + 0x1Eu; }
#define TEXT_BYTES_IDENTITY_KEY_OFFSET 0x24u
#define TEXT_BYTES_IDENTITY_KEY_BIT 0u
#define TEXT_BYTES_IDENTITY_KEY_WIDTH 128u
MR_INLINE uint8_t *text_bytes_identity_bytes_key(text_bytes_identity_t *block) { return block->bytes + 0x24u; }
MR_INLINE const uint8_t *text_bytes_identity_const_bytes_key(const text_bytes_identity_t *block) { return block->bytes + 0x24u; }
#define TEXT_BYTES_IDENTITY_WORDS_OFFSET 0x34u
#define TEXT_BYTES_IDENTITY_WORDS_BIT 0u
#define TEXT_BYTES_IDENTITY_WORDS_WIDTH 64u
#define TEXT_BYTES_IDENTITY_WORDS_COUNT 3u
MR_INLINE void text_bytes_identity_get_words(const text_bytes_identity_t *block, unsigned i, char out[9]) { MR_CHECK(i < 3u); mr_text(out, block->bytes + 0x34u + i * 8u, 8u); }
MR_INLINE void text_bytes_identity_set_words(text_bytes_identity_t *block, unsigned i, const char *to) { MR_CHECK(i < 3u); mr_set_text(block->bytes + 0x34u + i * 8u, to, 8u); }

#endif
