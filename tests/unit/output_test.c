/* Texts go into outputs, and a folder of its own is looked at after each commit: everything is there, or nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cmocka.h>

#include "output.h"

static char folder[] = "/tmp/memregc-output-XXXXXX";
static int home;                       /* the folder that the tests were started in */
static arena_t *arena;
static outputs_t *outputs;
static char messages[4096];            /* what the last commit wrote to standard error */

/* These stand in for the system's, so that they can fail. SIZE_MAX: not limited. */
static size_t free_disk_bytes = SIZE_MAX;
static size_t renames_before_failure = SIZE_MAX;

ssize_t write(int file, const void *bytes, size_t size_bytes)
{
    if (free_disk_bytes != SIZE_MAX) {
        if (free_disk_bytes == 0) {
            errno = ENOSPC;
            return -1;
        }
        size_bytes = size_bytes < free_disk_bytes ? size_bytes : free_disk_bytes;
        free_disk_bytes -= size_bytes;
    }
    struct iovec piece = { (void *)(uintptr_t)bytes, size_bytes };
    return writev(file, &piece, 1);
}

int rename(const char *from, const char *to)
{
    if (renames_before_failure == 0) {
        renames_before_failure = SIZE_MAX;
        errno = EPERM;
        return -1;
    }
    if (renames_before_failure != SIZE_MAX)
        --renames_before_failure;
    return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

static int enter_folder(void **state)
{
    (void)state;
    home = open(".", O_RDONLY);
    return home < 0 || mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int leave_folder(void **state)
{
    (void)state;
    return fchdir(home) != 0 || rmdir(folder) != 0;
}

static int create(void **state)
{
    (void)state;
    umask(022);
    arena = arena_create();
    outputs = outputs_create(arena);
    return 0;
}

static int destroy(void **state)
{
    (void)state;
    free_disk_bytes = renames_before_failure = SIZE_MAX;
    outputs_destroy(outputs);
    arena_destroy(arena);
    return system("find . -mindepth 1 -delete") != 0;
}

static void add(const char *path, const char *chars)
{
    text_put_string(output_add(outputs, path), chars);
}

static bool commit(void)
{
    int const stderr_copy = dup(2);
    FILE *stream = tmpfile();
    assert_non_null(stream);
    fflush(stderr);
    dup2(fileno(stream), 2);
    bool const result = outputs_commit(outputs);
    fflush(stderr);
    dup2(stderr_copy, 2);
    ssize_t const length = pread(fileno(stream), messages, sizeof messages - 1, 0);
    assert_true(length >= 0);
    messages[length] = '\0';
    fclose(stream);
    close(stderr_copy);
    return result;
}

static void make_file(const char *path, const char *chars)
{
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fputs(chars, stream);
    assert_int_equal(fclose(stream), 0);
}

static void assert_file(const char *path, const char *expected)
{
    static char chars[4096];
    FILE *stream = fopen(path, "r");
    if (stream == NULL)
        fail_msg("%s is not there", path);
    size_t const length = fread(chars, 1, sizeof chars - 1, stream);
    fclose(stream);
    chars[length] = '\0';
    assert_string_equal(chars, expected);
}

static struct stat information(const char *path)
{
    struct stat result;
    assert_int_equal(lstat(path, &result), 0);
    return result;
}

static void make_old(const char *path)
{
    const struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* Hidden files count too: a temporary file that was left behind is one. */
static void assert_entry_count(const char *path, int expected)
{
    DIR *directory = opendir(path);
    assert_non_null(directory);
    int count = -2;
    while (readdir(directory) != NULL)
        ++count;
    closedir(directory);
    assert_int_equal(count, expected);
}

static void writes_nothing_before_the_commit(void **state)
{
    (void)state;
    add("a.h", "a");
    assert_entry_count(".", 0);
    assert_int_equal(outputs_count(outputs), 1);
    assert_string_equal(output_path(outputs, 0), "a.h");
    assert_int_equal(output_text(outputs, 0)->length_bytes, 1);
}

static void makes_missing_folders(void **state)
{
    (void)state;
    add("gen/deep/er/a.h", "a");
    add("gen/deep/b.h", "");
    add("./gen//c.h", "c");
    assert_true(commit());
    assert_string_equal(messages, "");
    assert_file("gen/deep/er/a.h", "a");
    assert_file("gen/deep/b.h", "");
    assert_file("gen/c.h", "c");
    assert_entry_count("gen/deep/er", 1);
    assert_int_equal(information("gen/c.h").st_mode & 07777, 0644);
}

static void texts_stay_while_more_are_added(void **state)
{
    (void)state;
    text_t *first = output_add(outputs, "first");
    char path[16];
    for (int index = 0; index < 100; ++index) {
        snprintf(path, sizeof path, "gen/%d", index);
        add(path, path);
    }
    text_put_string(first, "still here");
    assert_true(commit());
    assert_file("first", "still here");
    assert_file("gen/99", "gen/99");
    assert_entry_count("gen", 100);
}

static void leaves_equal_contents_untouched(void **state)
{
    (void)state;
    make_file("a.h", "same");
    make_old("a.h");
    ino_t const inode = information("a.h").st_ino;
    add("a.h", "same");
    assert_true(commit());
    assert_int_equal(information("a.h").st_ino, inode);
    assert_int_equal(information("a.h").st_mtime, 1000);
}

static void touches_equal_contents_when_told_to(void **state)
{
    (void)state;
    make_file("a.h", "same");
    make_old("a.h");
    ino_t const inode = information("a.h").st_ino;
    outputs_touch_unchanged(outputs);
    add("a.h", "same");
    assert_true(commit());
    assert_int_equal(information("a.h").st_ino, inode);
    assert_true(information("a.h").st_mtime > 1000);
}

static void replaces_other_contents(void **state)
{
    (void)state;
    make_file("equal-length", "old");
    make_file("longer", "older");
    add("equal-length", "new");
    add("longer", "new");
    assert_true(commit());
    assert_file("equal-length", "new");
    assert_file("longer", "new");
    assert_entry_count(".", 2);
}

static void keeps_permissions(void **state)
{
    (void)state;
    make_file("a.h", "old");
    chmod("a.h", 0640);
    add("a.h", "new");
    assert_true(commit());
    assert_int_equal(information("a.h").st_mode & 07777, 0640);
}

static void an_open_reader_keeps_the_old_file(void **state)
{
    (void)state;
    make_file("a.h", "old");
    int const file = open("a.h", O_RDONLY);
    add("a.h", "new");
    assert_true(commit());
    char chars[4] = "";
    assert_int_equal(read(file, chars, 3), 3);
    assert_string_equal(chars, "old");
    close(file);
}

static void follows_a_symbolic_link(void **state)
{
    (void)state;
    mkdir("elsewhere", 0777);
    make_file("elsewhere/real.h", "old");
    assert_int_equal(symlink("elsewhere/real.h", "a.h"), 0);
    add("a.h", "new");
    assert_true(commit());
    assert_true(S_ISLNK(information("a.h").st_mode));
    assert_file("elsewhere/real.h", "new");
    assert_entry_count("elsewhere", 1);
}

static void writes_to_devices_directly(void **state)
{
    (void)state;
    add("/dev/null", "gone");
    add("a.h", "a");
    assert_true(commit());
    assert_true(S_ISCHR(information("/dev/null").st_mode));
    assert_file("a.h", "a");
}

static void a_full_device_changes_nothing(void **state)
{
    (void)state;
    make_file("a.h", "old");
    add("a.h", "new");
    add("/dev/full", "does not fit");
    assert_false(commit());
    assert_string_equal(messages, "memregc: /dev/full: No space left on device\n");
    assert_file("a.h", "old");
    assert_entry_count(".", 1);
}

static void a_full_disk_changes_nothing(void **state)
{
    (void)state;
    static const char chars[] = "0123456789";
    for (size_t free_bytes = 0; free_bytes < 3 * strlen(chars); ++free_bytes) {
        make_file("a.h", "old");
        outputs_destroy(outputs);
        outputs = outputs_create(arena);
        add("a.h", chars);
        add("gen/deep/b.h", chars);
        add("gen/c.h", chars);
        free_disk_bytes = free_bytes;
        bool const result = commit();
        free_disk_bytes = SIZE_MAX;
        assert_false(result);
        assert_non_null(strstr(messages, ".h: No space left on device\n"));
        assert_file("a.h", "old");
        assert_entry_count(".", 1);
    }
}

static void a_failing_rename_is_undone(void **state)
{
    (void)state;
    for (size_t success_count = 0; success_count < 4; ++success_count) {
        make_file("a.h", "old a");
        make_file("b.h", "old b");
        chmod("b.h", 0600);
        outputs_destroy(outputs);
        outputs = outputs_create(arena);
        add("a.h", "new a");
        add("gen/c.h", "new c");
        add("b.h", "new b");
        add("d.h", "new d");
        renames_before_failure = success_count;
        assert_false(commit());
        assert_non_null(strstr(messages, ".h: Operation not permitted\n"));
        assert_file("a.h", "old a");
        assert_file("b.h", "old b");
        assert_int_equal(information("b.h").st_mode & 07777, 0600);
        assert_entry_count(".", 2);
    }
}

static void a_folder_in_the_way_changes_nothing(void **state)
{
    (void)state;
    mkdir("b.h", 0777);
    add("gen/a.h", "new");
    add("b.h", "new");
    assert_false(commit());
    assert_string_equal(messages, "memregc: b.h: Is a directory\n");
    assert_entry_count(".", 1);
}

static void a_file_in_the_way_of_a_folder_is_named(void **state)
{
    (void)state;
    make_file("gen", "a file");
    add("gen/a.h", "new");
    assert_false(commit());
    assert_string_equal(messages, "memregc: gen/a.h: Not a directory\n");
    assert_file("gen", "a file");
    assert_entry_count(".", 1);
}

static void folders_that_were_there_stay_on_failure(void **state)
{
    (void)state;
    mkdir("gen", 0777);
    add("gen/new/a.h", "a");
    add("/dev/full", "x");
    assert_false(commit());
    assert_entry_count("gen", 0);
}

static void a_name_may_be_as_long_as_names_can_be(void **state)
{
    (void)state;
    char path[NAME_MAX + 1];
    memset(path, 'a', NAME_MAX);
    path[NAME_MAX] = '\0';
    add(path, "a");
    assert_true(commit());
    assert_file(path, "a");
}

#define ASSERT_DEPFILE(target, phony, expected, ...) do { \
    const char *const targets[] = { target }, *const prerequisites[] = { __VA_ARGS__ }; \
    text_t text = { 0 }; \
    depfile_put(&text, targets, 1, prerequisites, sizeof prerequisites / sizeof prerequisites[0], phony); \
    assert_string_equal(text_chars(&text), expected); \
    text_free(&text); \
} while (0)

static void depfile_is_a_rule(void **state)
{
    (void)state;
    ASSERT_DEPFILE("gen/a.h", false, "gen/a.h: a.mr b.mr\n", "a.mr", "b.mr");
    ASSERT_DEPFILE("gen/a.h", true, "gen/a.h: a.mr b.mr c.mr\n\nb.mr:\n\nc.mr:\n", "a.mr", "b.mr", "c.mr");
}

static void depfile_escapes(void **state)
{
    (void)state;
    ASSERT_DEPFILE("a b.h", true, "a\\ b.h: c\\#d.mr $$e.mr\n\n$$e.mr:\n", "c#d.mr", "$e.mr");
    ASSERT_DEPFILE("a\\b.h", false, "a\\b.h: c\\\\\\ d.mr\n", "c\\ d.mr");
    ASSERT_DEPFILE("c:a.h", false, "c\\:a.h: a.mr\n", "a.mr");
}

static void depfile_wraps_long_rules(void **state)
{
    (void)state;
    ASSERT_DEPFILE("a.h", false,
                   "a.h: layouts/sensors/thermometer.mr layouts/sensors/hygrometer-and-more.mr \\\n"
                   " layouts/sensors/barometer.mr\n",
                   "layouts/sensors/thermometer.mr", "layouts/sensors/hygrometer-and-more.mr",
                   "layouts/sensors/barometer.mr");
}

static void depfile_has_several_targets(void **state)
{
    (void)state;
    const char *const targets[] = { "gen/a.h", "gen/a.c" }, *const prerequisites[] = { "a.mr" };
    text_t text = { 0 };
    depfile_put(&text, targets, 2, prerequisites, 1, true);
    assert_string_equal(text_chars(&text), "gen/a.h gen/a.c: a.mr\n");
    depfile_put(&text, targets, 1, prerequisites, 0, true);
    assert_string_equal(text_chars(&text), "gen/a.h gen/a.c: a.mr\ngen/a.h:\n");
    text_free(&text);
}

/* Make is asked for each target; it fails where it looks for a prerequisite that is not the file we made. */
static void make_reads_what_depfile_escaped(void **state)
{
    (void)state;
    static const char *const names[] = { "plain.mr", "a b.mr", "c#d.mr", "e$f.mr", "$(g).mr", "h:i.mr", "j\\k.mr",
                                         "l\\ m.mr", "n\\\\#o.mr", "p\\:q.mr", "r\ts.mr", "u=v.mr", "w\\$x.mr",
                                         "\xC3\xBC.mr", "'y\".mr" };
    enum { COUNT = sizeof names / sizeof names[0] };
    for (size_t index = 0; index < COUNT; ++index)
        make_file(names[index], "");
    for (size_t index = 0; index < COUNT; ++index) {
        text_t *text = output_add(outputs, "depfile.mk");
        depfile_put(text, &names[index], 1, NULL, 0, false);
        const char *target = "target";
        depfile_put(text, &target, 1, names, COUNT, index % 2 != 0);
        assert_true(commit());
        assert_int_equal(system("env -u MAKEFLAGS make --no-builtin-rules -f depfile.mk target >make.log 2>&1"), 0);
        outputs_destroy(outputs);
    }
    unlink("p\\:q.mr");
    text_t *text = output_add(outputs, "depfile.mk");
    const char *target = "target";
    depfile_put(text, &target, 1, names, COUNT, false);
    assert_true(commit());
    assert_int_not_equal(system("env -u MAKEFLAGS make --no-builtin-rules -f depfile.mk target >make.log 2>&1"), 0);
}

#define OUTPUT_TEST(name) cmocka_unit_test_setup_teardown(name, create, destroy)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OUTPUT_TEST(writes_nothing_before_the_commit),
        OUTPUT_TEST(makes_missing_folders),
        OUTPUT_TEST(texts_stay_while_more_are_added),
        OUTPUT_TEST(leaves_equal_contents_untouched),
        OUTPUT_TEST(touches_equal_contents_when_told_to),
        OUTPUT_TEST(replaces_other_contents),
        OUTPUT_TEST(keeps_permissions),
        OUTPUT_TEST(an_open_reader_keeps_the_old_file),
        OUTPUT_TEST(follows_a_symbolic_link),
        OUTPUT_TEST(writes_to_devices_directly),
        OUTPUT_TEST(a_full_device_changes_nothing),
        OUTPUT_TEST(a_full_disk_changes_nothing),
        OUTPUT_TEST(a_failing_rename_is_undone),
        OUTPUT_TEST(a_folder_in_the_way_changes_nothing),
        OUTPUT_TEST(a_file_in_the_way_of_a_folder_is_named),
        OUTPUT_TEST(folders_that_were_there_stay_on_failure),
        OUTPUT_TEST(a_name_may_be_as_long_as_names_can_be),
        OUTPUT_TEST(depfile_is_a_rule),
        OUTPUT_TEST(depfile_escapes),
        OUTPUT_TEST(depfile_wraps_long_rules),
        OUTPUT_TEST(depfile_has_several_targets),
        OUTPUT_TEST(make_reads_what_depfile_escaped),
    };
    return cmocka_run_group_tests_name("output", tests, enter_folder, leave_folder);
}
