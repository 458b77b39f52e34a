/* Sizes go into an arena, and what comes out must be zero, aligned, apart from everything else, and still there later. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"

static void allocations_are_zeroed_and_aligned(void **state)
{
    (void)state;
    arena_t *arena = arena_create();
    for (size_t size_bytes = 0; size_bytes < 3000; size_bytes += 7) {
        unsigned char *bytes = arena_allocate(arena, size_bytes);
        assert_int_equal((uintptr_t)bytes % _Alignof(uint64_t), 0);
        for (size_t index = 0; index < size_bytes; ++index) {
            assert_int_equal(bytes[index], 0);
            bytes[index] = 0xFF;
        }
    }
    arena_destroy(arena);
}

static void allocations_keep_apart(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    static size_t *allocations[COUNT];
    arena_t *arena = arena_create();
    for (size_t index = 0; index < COUNT; ++index) {
        allocations[index] = ARENA_ARRAY(arena, size_t, index % 9 + 1);
        for (size_t word = 0; word < index % 9 + 1; ++word)
            allocations[index][word] = index;
    }
    for (size_t index = 0; index < COUNT; ++index)
        for (size_t word = 0; word < index % 9 + 1; ++word)
            assert_int_equal(allocations[index][word], index);
    arena_destroy(arena);
}

static void a_large_allocation_leaves_the_chunk_in_use(void **state)
{
    (void)state;
    arena_t *arena = arena_create();
    char *before = arena_allocate(arena, 16);
    char *large = arena_allocate(arena, 5 * 1024 * 1024);
    memset(large, 1, 5 * 1024 * 1024);
    assert_ptr_equal(arena_allocate(arena, 16), before + 16);
    arena_destroy(arena);
}

static void copy_adds_a_nul(void **state)
{
    (void)state;
    arena_t *arena = arena_create();
    assert_string_equal(arena_copy(arena, "layout", 3), "lay");
    assert_string_equal(arena_copy(arena, NULL, 0), "");
    arena_destroy(arena);
}

static void format_prints_any_length(void **state)
{
    (void)state;
    arena_t *arena = arena_create();
    assert_string_equal(arena_format(arena, "%s-%d", "field", 7), "field-7");
    char *wide = arena_format(arena, "%100000d", 1);
    assert_int_equal(strlen(wide), 100000);
    arena_destroy(arena);
}

static void destroy_takes_null(void **state)
{
    (void)state;
    arena_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allocations_are_zeroed_and_aligned),
        cmocka_unit_test(allocations_keep_apart),
        cmocka_unit_test(a_large_allocation_leaves_the_chunk_in_use),
        cmocka_unit_test(copy_adds_a_nul),
        cmocka_unit_test(format_prints_any_length),
        cmocka_unit_test(destroy_takes_null),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
