/* A command line goes in, what options.c made of it comes out, one member a line; explain, rules and targets are run. */
#include <stdio.h>

#include "explain.h"
#include "options.h"
#include "targets.h"

const built_in_target_t built_in_targets[] = {
    { "documented", "targets/documented.mr", "// Licence\n\n  /// The first line.\r\n/// The second.\n", 51 },
    { "empty", "targets/empty.mr", "", 0 },
    { "plain", "targets/plain.mr", "//\n", 3 },
};
const size_t built_in_target_count = 3;

static void print_string(const char *name, const char *value)
{
    if (value != NULL)
        printf("%s=%s\n", name, value);
}

static void print_flag(const char *name, bool is_set)
{
    if (is_set)
        puts(name);
}

static void print_list(const char *name, const char *const *values, size_t count)
{
    for (size_t index = 0; index < count; ++index)
        printf("%s=%s\n", name, values[index]);
}

static void print_options(const options_t *options)
{
    static const char *const emits[EMIT_COUNT] = {
#define EMIT(ID, NAME, SUMMARY) NAME,
        EMIT_TABLE(EMIT)
#undef EMIT
    };
    printf("command=%s\n", command_name(options->command));
    print_list("operand", options->operands, options->operand_count);
    print_string("output_folder", options->output_folder);
    print_list("import_folder", options->import_folders.values, options->import_folders.count);
    print_string("target", options->target);
    print_string("prefix", options->prefix);
    for (int emit = 0; emit < EMIT_COUNT; ++emit)
        if (options->emits[emit])
            print_string("emit", emits[emit]);
    print_flag("is_split", options->is_split);
    if (options->accessors != ACCESSORS_FIELDS)
        printf("accessors=%d\n", (int)options->accessors);
    print_flag("to_standard_output", options->to_standard_output);
    print_flag("only_if_changed", options->only_if_changed);
    print_flag("writes_depfile", options->writes_depfile);
    print_string("depfile_path", options->depfile_path);
    print_list("depfile_target", options->depfile_targets.values, options->depfile_targets.count);
    print_flag("depfile_has_phony_targets", options->depfile_has_phony_targets);
    print_flag("formats_in_place", options->formats_in_place);
    print_flag("checks_format", options->checks_format);
    print_flag("no_warnings", options->diagnostics.no_warnings);
    print_flag("all_warnings_are_errors", options->diagnostics.all_warnings_are_errors);
    for (size_t rule = 0; rule < RULE_COUNT; ++rule) {
        if (options->diagnostics.is_error[rule])
            print_string("is_error", rule_info((rule_t)rule)->name);
        if (options->diagnostics.is_off[rule])
            print_string("is_off", rule_info((rule_t)rule)->name);
    }
    printf("most_errors=%u\nformat=%d\ncolor=%d\n", options->diagnostics.most_errors, (int)options->diagnostics.format,
           (int)options->diagnostics.color);
}

int main(int argument_count, char **arguments)
{
    arena_t *arena = arena_create();
    options_t options;
    int exit_status = 0;
    if (options_parse(&options, arena, argument_count, (const char *const *)arguments, &exit_status)) {
        switch ((int)options.command) {
        case COMMAND_EXPLAIN: exit_status = explain_rule(options.operands[0]); break;
        case COMMAND_RULES: exit_status = explain_rules(); break;
        case COMMAND_TARGETS: exit_status = explain_targets(); break;
        default:
            print_options(&options);
            exit_status = 0;
        }
    }
    arena_destroy(arena);
    return exit_status;
}
