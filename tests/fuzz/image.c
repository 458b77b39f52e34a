/* A fuzzer's bytes go in as an image, raw or Intel HEX; it is decoded, changed, encoded and written. What must not happen
 * is a crash, a finding of the sanitizers, a text that encode does not read back, or another image after writing. */
#include "things.h"

/* As Intel HEX and read again it has the same bytes. */
static void check_written(const image_t *image)
{
    messages_t messages = { 0 };
    text_t text = { 0 };
    image_t again;
    image_write_hex(image, &text);
    require(image_parse(&again, &messages, "again", text.chars, text.length_bytes), "what was written is refused");
    require(again.is_hex && again.run_count == image->run_count, "what was written has other runs");
    for (size_t index = 0; index < image->run_count; index++) {
        const image_run_t *left = &image->runs[index], *right = &again.runs[index];
        require(left->address == right->address && left->length_bytes == right->length_bytes
                && memcmp(left->bytes, right->bytes, left->length_bytes) == 0, "what was written has other bytes");
    }
    image_free(&again);
    text_free(&text);
    text_free(&messages.text);
}

static void check_decoded(arena_t *arena, const image_t *image, options_t options)
{
    messages_t messages = { 0 };
    text_t json = { 0 }, text = { 0 }, out = { 0 };
    decode_image(arena, &messages, things(), &options, image, NULL, &text);
    options.is_json = true;
    if (decode_image(arena, &messages, things(), &options, image, NULL, &json))
        require(encode_image(arena, &messages, things(), &options, "json", json.chars, json.length_bytes, &out),
                "encode refuses what decode printed");
    decode_image(arena, &messages, things(), &options, image, image, &out);
    text_free(&json);
    text_free(&text);
    text_free(&out);
    text_free(&messages.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    char *chars = copy_bytes(bytes, length_bytes);
    arena_t *arena = arena_create();
    messages_t messages = { 0 };
    text_t out = { 0 };
    image_t image;
    options_t options = { .operands = (const char **)(uintptr_t)things_operands, .operand_count = 6, .output_file = "x.hex",
                          .other_image = "image" };
    if (image_parse(&image, &messages, "image", chars, length_bytes)) {
        check_written(&image);
        check_decoded(arena, &image, options);
        set_values(arena, &messages, things(), &options, &image, &out);
    }
    image_free(&image);
    text_free(&out);
    text_free(&messages.text);
    arena_destroy(arena);
    free(chars);
    return 0;
}
