/* Names go into the table, and equal ones must come out as equal pointers, different ones as different pointers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "name.h"

static int create(void **state)
{
    *state = arena_create();
    return 0;
}

static int destroy(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void equal_names_are_equal_pointers(void **state)
{
    names_t *names = names_create(*state);
    char buffer[] = "mode rest";
    const char *name = name_intern(names, buffer, 4);
    assert_string_equal(name, "mode");
    assert_ptr_not_equal(name, buffer);
    assert_ptr_equal(name_intern_string(names, "mode"), name);
    buffer[0] = 'c';
    assert_string_equal(name, "mode");
    assert_ptr_not_equal(name_intern(names, buffer, 4), name);
}

static void a_prefix_is_another_name(void **state)
{
    names_t *names = names_create(*state);
    const char *name = name_intern_string(names, "status");
    assert_ptr_not_equal(name_intern(names, "status", 5), name);
    assert_ptr_not_equal(name_intern_string(names, "statuses"), name);
    assert_ptr_not_equal(name_intern_string(names, "Status"), name);
}

static void the_empty_name_is_a_name(void **state)
{
    names_t *names = names_create(*state);
    const char *name = name_intern(names, "x", 0);
    assert_string_equal(name, "");
    assert_ptr_equal(name_intern_string(names, ""), name);
}

static void names_may_hold_any_byte(void **state)
{
    names_t *names = names_create(*state);
    const char *name = name_intern(names, "a\0b", 3);
    assert_memory_equal(name, "a\0b", 4);
    assert_ptr_not_equal(name_intern(names, "a\0c", 3), name);
    assert_ptr_equal(name_intern(names, "a\0b", 3), name);
}

static void names_stay_when_the_table_grows(void **state)
{
    enum { COUNT = 50000 };
    static const char *interned[COUNT];
    names_t *names = names_create(*state);
    char name[32];
    for (unsigned index = 0; index < COUNT; ++index) {
        snprintf(name, sizeof name, "FIELD_%u", index);
        interned[index] = name_intern_string(names, name);
    }
    for (unsigned index = 0; index < COUNT; ++index) {
        snprintf(name, sizeof name, "FIELD_%u", index);
        assert_ptr_equal(name_intern_string(names, name), interned[index]);
        assert_string_equal(interned[index], name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(equal_names_are_equal_pointers, create, destroy),
        cmocka_unit_test_setup_teardown(a_prefix_is_another_name, create, destroy),
        cmocka_unit_test_setup_teardown(the_empty_name_is_a_name, create, destroy),
        cmocka_unit_test_setup_teardown(names_may_hold_any_byte, create, destroy),
        cmocka_unit_test_setup_teardown(names_stay_when_the_table_grows, create, destroy),
    };
    return cmocka_run_group_tests_name("name", tests, NULL, NULL);
}
