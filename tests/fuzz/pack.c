/* A fuzzer's bytes go in as an area of packed files. What must not happen is a crash, a finding of the sanitizers, a file
 * outside of the area, or files that are others after they were packed again. */
#include "pack.h"

#include "things.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    char *chars = copy_bytes(bytes, length_bytes);
    arena_t *arena = arena_create();
    messages_t messages = { 0 };
    text_t out = { 0 };
    packed_file_t *files, *again;
    size_t count, count_again;
    if (pack_read(arena, &messages, "area", chars, length_bytes, &files, &count)
        && pack_write(&messages, "out", files, count, UINT64_C(1) << 24, &out)) {
        require(pack_read(arena, &messages, "out", out.chars, out.length_bytes, &again, &count_again)
                && count == count_again, "what was packed is refused");
        for (size_t index = 0; index < count; index++)
            require(strcmp(files[index].name, again[index].name) == 0 && files[index].size_bytes == again[index].size_bytes
                    && memcmp(files[index].bytes, again[index].bytes, files[index].size_bytes) == 0,
                    "a file is another after packing");
    }
    text_free(&out);
    text_free(&messages.text);
    arena_destroy(arena);
    free(chars);
    return 0;
}
