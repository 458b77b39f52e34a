/* Holds the defaults, constants and enumerators of defaults.mr against values worked out by hand. Out: each that
 * differs, by its place here, and 1 as the exit status where there is one. */
#include "defaults.h"

#include "machine.h"

static unsigned failures;

#define EXPECT(CONDITION) expect((CONDITION) ? 1 : 0, #CONDITION)

static void expect(int is_right, const char *what)
{
    if (is_right)
        return;
    ++failures;
    machine_put("not so: ");
    machine_put(what);
    machine_put("\n");
}

static bool is_text(const char *text, const char *wanted)
{
    size_t length = strlen(wanted);

    return memcmp(text, wanted, length + 1u) == 0;
}

static t_little_t little;
static t_big_t big;

static void test_little(void)
{
    static const uint8_t back[4] = { 0xDE, 0xAD, 0xBE, 0xEF };
    char text[7];
    const uint8_t *raw = t_little_const_bytes_raw(&little);
    t_point_t point;

    EXPECT(t_little_get_flag(&little));
    EXPECT(t_little_get_mode(&little) == T_MODE_COOL);
    EXPECT(t_little_get_trend(&little) == T_TREND_FALLING);
    EXPECT(t_little_get_small(&little) == 5u);
    EXPECT(t_little_get_odd(&little) == -4096);
    EXPECT(t_little_get_word(&little) == 0xBEEFu);
    EXPECT(t_little_get_back(&little) == 0xDEADBEEFu);
    EXPECT(memcmp(little.bytes + T_LITTLE_BACK_OFFSET, back, 4) == 0);
    EXPECT(t_little_get_three(&little) == 0x123456u);
    EXPECT(t_little_get_long(&little) == -9000000000ll);
    EXPECT(t_little_get_real(&little) == 1.5f);
#if __SIZEOF_DOUBLE__ == 8
    EXPECT(t_little_get_wide_real(&little) == -0.1);
#endif
    EXPECT(little.bytes[T_LITTLE_WIDE_REAL_OFFSET] == 0xBF && little.bytes[T_LITTLE_WIDE_REAL_OFFSET + 7u] == 0x9A);
    EXPECT(t_little_get_fixed(&little) == -384);
    EXPECT(t_little_get_fraction(&little) == 0x4000u);
    EXPECT(t_little_get_wide(&little) == T_WIDE_ALL);
    t_little_get_text(&little, text);
    EXPECT(is_text(text, "mr\nA"));
    EXPECT(raw[0] == 1u && raw[1] == 0xFFu && raw[2] == 0x7Fu);
    EXPECT(t_little_get_list(&little, 0) == 1u && t_little_get_list(&little, 1) == 0x203u && t_little_get_list(&little, 2) == 12u);
    EXPECT(t_little_get_same(&little, 0) == 7u && t_little_get_same(&little, 3) == 7u);
    EXPECT(t_little_get_bits(&little, 0) == 1u && t_little_get_bits(&little, 2) == 3u && t_little_get_bits(&little, 4) == 5u);
    EXPECT(t_little_get_modes(&little, 0) == T_MODE_HEAT && t_little_get_modes(&little, 1) == T_MODE_OFF
           && t_little_get_modes(&little, 2) == T_MODE_FAULT);
    EXPECT(t_little_get_none(&little) == 0u);
    EXPECT(t_little_get_control_low(&little) == 9u && t_little_get_control_high(&little) == -3 && t_little_get_control_top(&little));
    point = t_little_get_point(&little);
    EXPECT(point.x == -2 && point.y == 0x1234u && point.on);
    EXPECT(t_little_get_point_x(&little) == -2);
}

static void test_big(void)
{
    static const uint8_t control[2] = { 0x03, 0xD9 };    /* low 9, high -3 (0x1D) at bit 4, top at bit 9 */
    static const uint8_t word[2] = { 0xBE, 0xEF };
    static const uint8_t back[4] = { 0xEF, 0xBE, 0xAD, 0xDE };

    EXPECT(t_big_get_flag(&big) && t_big_get_mode(&big) == T_MODE_COOL && t_big_get_odd(&big) == -4096);
    EXPECT(t_big_get_word(&big) == 0xBEEFu && memcmp(big.bytes + T_BIG_WORD_OFFSET, word, 2) == 0);
    EXPECT(t_big_get_back(&big) == 0xDEADBEEFu && memcmp(big.bytes + T_BIG_BACK_OFFSET, back, 4) == 0);
    EXPECT(t_big_get_three(&big) == 0x123456u && big.bytes[T_BIG_THREE_OFFSET] == 0x12u);
    EXPECT(t_big_get_bits(&big, 0) == 1u && t_big_get_bits(&big, 2) == 3u && t_big_get_bits(&big, 4) == 5u);
    EXPECT(t_big_get_list(&big, 0) == 1u && t_big_get_list(&big, 1) == 0x203u && t_big_get_list(&big, 2) == 12u);
    EXPECT(t_big_get_control_low(&big) == 9u && t_big_get_control_high(&big) == -3 && t_big_get_control_top(&big));
    EXPECT(memcmp(big.bytes + T_BIG_LIST_OFFSET + 6u, control, 2) == 0);
}

static void test_constants(void)
{
    EXPECT(T_VERSION == 200u);
    EXPECT(T_LIMIT == 12);
    EXPECT(T_NEGATIVE == -1048576);
    EXPECT(T_LARGE == UINT64_MAX);
    EXPECT(T_KIB == 2048);
    EXPECT(T_MODE_OFF == 0 && T_MODE_HEAT == 1 && T_MODE_COOL == 2 && T_MODE_FAULT == 7);
    EXPECT(T_TREND_FALLING == -8 && T_TREND_STEADY == 0 && T_TREND_RISING == 1);
    EXPECT(T_WIDE_NONE == 0 && T_WIDE_SOME == 300 && T_WIDE_ALL == 65535u);
    EXPECT(T_LITTLE_LIST_COUNT == 3 && T_LITTLE_BITS_COUNT == 5);
}

static void test_enums(void)
{
    EXPECT(t_mode_is_valid(0) && t_mode_is_valid(2) && t_mode_is_valid(7));
    EXPECT(!t_mode_is_valid(3) && !t_mode_is_valid(6) && !t_mode_is_valid(8) && !t_mode_is_valid(0xFFFFu));
    EXPECT(t_trend_is_valid(-8) && t_trend_is_valid(1) && !t_trend_is_valid(-1) && !t_trend_is_valid(2));
    EXPECT(t_wide_is_valid(65535u) && !t_wide_is_valid(299));
    EXPECT(is_text(t_mode_name(T_MODE_HEAT), "heat") && is_text(t_mode_name(T_MODE_FAULT), "fault"));
    EXPECT(is_text(t_trend_name(T_TREND_FALLING), "falling") && is_text(t_wide_name(T_WIDE_SOME), "some"));
}

int main(void)
{
    memset(&little, 0xA5, sizeof little);
    memset(&big, 0xA5, sizeof big);
    t_little_defaults(&little);
    t_big_defaults(&big);
    test_little();
    test_big();
    test_constants();
    test_enums();
    return failures != 0;
}
