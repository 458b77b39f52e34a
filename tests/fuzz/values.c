/* A fuzzer's bytes go in as JSON values, and as the right side of an assignment. What must not happen is a crash, a finding
 * of the sanitizers, or values that come back otherwise than they were encoded. */
#include "things.h"

static bool encode(arena_t *arena, const options_t *options, const char *json, size_t json_bytes, text_t *out)
{
    messages_t messages = { 0 };
    bool is_good = encode_image(arena, &messages, things(), options, "values", json, json_bytes, out);
    text_free(&messages.text);
    return is_good;
}

/* Decoded and encoded again it is the same image. */
static void check_image(arena_t *arena, options_t options, const text_t *encoded)
{
    messages_t messages = { 0 };
    text_t json = { 0 }, again = { 0 }, json_again = { 0 };
    image_t image, image_again;
    require(image_parse(&image, &messages, "encoded", encoded->chars, encoded->length_bytes), "what encode wrote is refused");
    options.is_json = true;
    require(decode_image(arena, &messages, things(), &options, &image, NULL, &json), "what encode wrote is not whole");
    require(encode(arena, &options, json.chars, json.length_bytes, &again), "encode refuses what decode printed");
    require(image_parse(&image_again, &messages, "again", again.chars, again.length_bytes), "the second is refused");
    require(decode_image(arena, &messages, things(), &options, &image_again, NULL, &json_again), "the second is not whole");
    require(json.length_bytes == json_again.length_bytes
            && memcmp(json.chars, json_again.chars, json.length_bytes) == 0, "the values are others the second time");
    image_free(&image);
    image_free(&image_again);
    text_free(&json);
    text_free(&json_again);
    text_free(&again);
    text_free(&messages.text);
}

/* The first byte chooses a field, the others are its value. */
static void assign(arena_t *arena, options_t options, const text_t *encoded, const char *chars, size_t length_bytes)
{
    static const char *const names[] = { "boot.first", "boot.mode", "boot.level", "boot.owner", "keep[0].f", "keep[1].d",
                                         "keep[1].q", "keep[0].r[1].celsius", "keep[1].bits[4]", "keep[0].u",
                                         "keep[1].kelvin", "keep[0].chan[0].raw", "keep[0].i", "keep[0].w", "" };
    messages_t messages = { 0 };
    text_t out = { 0 };
    image_t image;
    if (!length_bytes)
        return;
    const char *name = names[(uint8_t)chars[0] % (sizeof names / sizeof *names)];
    const char *value = arena_copy(arena, chars + 1, length_bytes - 1);
    const char *operands[] = { "things.mr", "image", arena_format(arena, "%s%s%s", name, *name ? "=" : "", value) };
    options.operands = operands;
    options.operand_count = 3;
    require(image_parse(&image, &messages, "encoded", encoded->chars, encoded->length_bytes), "what encode wrote is refused");
    if (set_values(arena, &messages, things(), &options, &image, &out))
        check_image(arena, options, &out);
    image_free(&image);
    text_free(&out);
    text_free(&messages.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    char *chars = copy_bytes(bytes, length_bytes);
    arena_t *arena = arena_create();
    text_t encoded = { 0 }, defaults = { 0 };
    options_t options = { .operands = (const char **)(uintptr_t)things_operands, .operand_count = 2, .output_file = "x.hex" };
    if (encode(arena, &options, chars, length_bytes, &encoded))
        check_image(arena, options, &encoded);
    require(encode(arena, &options, NULL, 0, &defaults), "the defaults are refused");
    assign(arena, options, &defaults, chars, length_bytes);
    text_free(&encoded);
    text_free(&defaults);
    arena_destroy(arena);
    free(chars);
    return 0;
}
