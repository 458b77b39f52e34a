/* The command line goes in, an options_t comes out: one pass over the arguments, driven by the tables of commands and
 * options; wrong use is explained on standard error. */
#include "options.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nearest.h"
#include "version.h"
#include "whole.h"

#define EXIT_WRONG_USE 2
#define MANY SIZE_MAX
#define MOST_ERRORS_SHOWN 100u
/* Long arguments are cut in messages to so many bytes. */
#define MOST_SHOWN_BYTES 200

typedef struct command_info {
    const char *name;
    size_t least_operands, most_operands;
    const char *operands, *summary, *example;
} command_info_t;

static const command_info_t commands[COMMAND_COUNT] = {
#define COMMAND(ID, NAME, LEAST, MOST, OPERANDS, SUMMARY, EXAMPLE) \
    [COMMAND_##ID] = { NAME, LEAST, MOST, OPERANDS, SUMMARY, EXAMPLE },
    COMMAND_TABLE(COMMAND)
#undef COMMAND
};

static const struct { const char *name, *summary; } emits[EMIT_COUNT] = {
#define EMIT(ID, NAME, SUMMARY) [EMIT_##ID] = { NAME, SUMMARY },
    EMIT_TABLE(EMIT)
#undef EMIT
};

#define EMIT(ID, NAME, SUMMARY) " " NAME
#define EMIT_NAMES EMIT_TABLE(EMIT)

typedef enum joining { LOOSE, TIGHT } joining_t;

typedef struct parser {
    options_t *options;
    arena_t *arena;
    const char *const *arguments;
    int argument_count, next;
    bool is_command_named;       /* the command stands on the command line */
    bool is_emit_given;
} parser_t;

typedef struct option_info option_info_t;
typedef bool option_apply_t(parser_t *parser, const option_info_t *option, const char *value);

struct option_info {
    const char *name;
    const char *value_name;      /* "" for an option without a value */
    joining_t joining;
    option_apply_t *apply;
    size_t member_offset;        /* in options_t */
    int commands;
    const char *help;
};

static option_apply_t apply_flag, apply_nothing, apply_string, apply_list, apply_prefix, apply_emit, apply_place,
    apply_accessors, apply_depfile, apply_offset, apply_size, apply_rule_error, apply_rule_off, apply_number, apply_format,
    apply_color;

static const option_info_t option_table[] = {
#define OPTION(NAME, VALUE, JOINING, APPLY, MEMBER, COMMANDS, HELP) \
    { NAME, VALUE, JOINING, APPLY, offsetof(options_t, MEMBER), FOR_##COMMANDS, HELP },
#include "options.def"
#undef OPTION
#undef EMIT
};

#define OPTION_COUNT (sizeof option_table / sizeof *option_table)

const char *command_name(command_t command)
{
    return commands[command].name;
}

/* Wrong use */

/* Prints "memregc: …" and where to look; returns false for the caller to pass on. */
static bool complain(const parser_t *parser, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool complain(const parser_t *parser, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("memregc: ", stderr);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    if (parser->is_command_named)
        fprintf(stderr, "\ntry 'memregc %s --help'\n", command_name(parser->options->command));
    else
        fputs("\ntry 'memregc --help'\n", stderr);
    return false;
}

/* An argument as it may stand in a message: cut, and without control characters. */
static const char *shown(const parser_t *parser, const char *argument)
{
    size_t length_bytes = strnlen(argument, MOST_SHOWN_BYTES + 1);
    bool is_cut = length_bytes > MOST_SHOWN_BYTES;
    char *copy = arena_copy(parser->arena, argument, is_cut ? MOST_SHOWN_BYTES : length_bytes);
    for (char *character = copy; *character != '\0'; ++character)
        if (iscntrl((unsigned char)*character))
            *character = '?';
    return is_cut ? arena_format(parser->arena, "%s...", copy) : copy;
}

/* "; did you mean 'x'?", or "". */
static const char *suggestion(const parser_t *parser, const char *written, const char *const *candidates, size_t count)
{
    const char *nearest = nearest_find(written, candidates, count, NULL);
    return nearest == NULL ? "" : arena_format(parser->arena, "; did you mean '%s'?", nearest);
}

/* How options act: one function a kind of value */

static void *member(const parser_t *parser, const option_info_t *option)
{
    return (char *)parser->options + option->member_offset;
}

static bool apply_flag(parser_t *parser, const option_info_t *option, const char *value)
{
    (void)value;
    *(bool *)member(parser, option) = true;
    return true;
}

static bool apply_nothing(parser_t *parser, const option_info_t *option, const char *value)
{
    (void)parser;
    (void)option;
    (void)value;
    return true;
}

static bool apply_string(parser_t *parser, const option_info_t *option, const char *value)
{
    if (value[0] == '\0')
        return complain(parser, "option '%s' needs a value (%s)", option->name, option->value_name);
    *(const char **)member(parser, option) = value;
    return true;
}

static bool apply_list(parser_t *parser, const option_info_t *option, const char *value)
{
    option_values_t *list = member(parser, option);
    if (value[0] == '\0')
        return complain(parser, "option '%s' needs a value (%s)", option->name, option->value_name);
    if (list->count == list->capacity) {
        list->capacity = list->capacity > 0 ? 2 * list->capacity : 8;
        const char **values = ARENA_ARRAY(parser->arena, const char *, list->capacity);
        if (list->count > 0)
            memcpy(values, list->values, list->count * sizeof *values);
        list->values = values;
    }
    list->values[list->count++] = value;
    return true;
}

static bool apply_depfile(parser_t *parser, const option_info_t *option, const char *value)
{
    parser->options->writes_depfile = true;
    return apply_string(parser, option, value);
}

static bool apply_prefix(parser_t *parser, const option_info_t *option, const char *value)
{
    bool is_name = isalpha((unsigned char)value[0]) != 0;
    for (const char *character = value; *character != '\0'; ++character)
        is_name = is_name && (isalnum((unsigned char)*character) || *character == '_');
    if (!is_name)
        return complain(parser, "'%s' cannot begin a C name: '%s' takes letters, digits and '_', a letter first",
                        shown(parser, value), option->name);
    return apply_string(parser, option, value);
}

static bool apply_number(parser_t *parser, const option_info_t *option, const char *value)
{
    unsigned long long number = 0;
    bool is_number = value[0] != '\0';
    for (const char *character = value; is_number && *character != '\0'; ++character) {
        is_number = isdigit((unsigned char)*character) != 0;
        number = 10 * number + (unsigned long long)(*character - '0');
        is_number = is_number && number <= UINT_MAX;
    }
    if (!is_number)
        return complain(parser, "option '%s' takes a number from 0 to %u, not '%s'", option->name, UINT_MAX,
                        shown(parser, value));
    *(unsigned *)member(parser, option) = (unsigned)number;
    return true;
}

static bool apply_size(parser_t *parser, const option_info_t *option, const char *value)
{
    whole_t whole;
    if (!whole_read_size(value, &whole) || whole.is_negative || whole.is_too_large || whole.size > UINT32_MAX)
        return complain(parser, "option '%s' takes a number below 4 GiB, like 4096, 0x1000 or 4K, not '%s'",
                        option->name, shown(parser, value));
    *(uint64_t *)member(parser, option) = whole.size;
    return true;
}

static bool apply_offset(parser_t *parser, const option_info_t *option, const char *value)
{
    return parser->options->has_offset = apply_size(parser, option, value);
}

/* The index of a word among `words`, which end with NULL; or -1, with a message that names them all. */
static int find_word(const parser_t *parser, const option_info_t *option, const char *value, const char *const *words)
{
    const char *known = "";
    int count = 0;
    for (; words[count] != NULL; ++count) {
        if (strcmp(words[count], value) == 0)
            return count;
        const char *separator = count == 0 ? "" : words[count + 1] == NULL ? " or " : ", ";
        known = arena_format(parser->arena, "%s%s%s", known, separator, words[count]);
    }
    complain(parser, "option '%s' takes %s, not '%s'%s", option->name, known, shown(parser, value),
             suggestion(parser, value, words, (size_t)count));
    return -1;
}

/* The words of an option in the order of its enum. */
#define WORD(ID, NAME) NAME,
static const char *const accessors_words[] = { ACCESSORS_TABLE(WORD) NULL };
static const char *const format_words[] = { DIAGNOSTICS_TABLE(WORD) NULL };
static const char *const color_words[] = { COLOR_TABLE(WORD) NULL };
#undef WORD

static bool apply_accessors(parser_t *parser, const option_info_t *option, const char *value)
{
    int found = find_word(parser, option, value, accessors_words);
    if (found >= 0)
        parser->options->accessors = (accessors_t)found;
    return found >= 0;
}

static bool apply_format(parser_t *parser, const option_info_t *option, const char *value)
{
    int found = find_word(parser, option, value, format_words);
    if (found >= 0)
        parser->options->diagnostics.format = (diagnostics_format_t)found;
    return found >= 0;
}

static bool apply_color(parser_t *parser, const option_info_t *option, const char *value)
{
    int found = find_word(parser, option, value, color_words);
    if (found >= 0)
        parser->options->diagnostics.color = (color_choice_t)found;
    return found >= 0;
}

static bool apply_emit(parser_t *parser, const option_info_t *option, const char *value)
{
    const char *words[EMIT_COUNT + 1] = { NULL };
    for (int emit = 0; emit < EMIT_COUNT; ++emit)
        words[emit] = emits[emit].name;
    for (const char *word = value;; ++word) {
        size_t length_bytes = strcspn(word, ",");
        int found = find_word(parser, option, arena_copy(parser->arena, word, length_bytes), words);
        if (found < 0)
            return false;
        parser->options->emits[found] = true;
        word += length_bytes;
        if (*word == '\0')
            break;
    }
    parser->is_emit_given = true;
    return true;
}

static bool apply_place(parser_t *parser, const option_info_t *option, const char *value)
{
    options_t *options = parser->options;
    const char *equals = strchr(value, '=');
    char *end = NULL;
    errno = 0;
    unsigned long long address = equals && equals[1] >= '0' && equals[1] <= '9' ? strtoull(equals + 1, &end, 0) : 0;
    if (!end || *end || errno || equals == value)
        return complain(parser, "option '%s' takes REGION=ADDRESS, as sram=0x20000400, not '%s'", option->name,
                        shown(parser, value));
    if (options->place_count == options->place_capacity)
        options->places = arena_grow(parser->arena, options->places, &options->place_capacity, sizeof *options->places);
    options->places[options->place_count++] = (place_t){
        arena_copy(parser->arena, value, (size_t)(equals - value)), address
    };
    return true;
}

static bool find_rule(const parser_t *parser, const option_info_t *option, const char *name, rule_t *rule)
{
    const char *names[RULE_COUNT];
    if (rule_find(name, rule))
        return true;
    for (size_t index = 0; index < RULE_COUNT; ++index)
        names[index] = rule_info((rule_t)index)->name;
    const char *nearest = nearest_find(name, names, RULE_COUNT, NULL);
    const char *meant = nearest == NULL ? "; 'memregc rules' lists them"
                                        : arena_format(parser->arena, "; did you mean '%s%s'?", option->name, nearest);
    return complain(parser, "unknown rule '%s' in '%s%s'%s", shown(parser, name), option->name, shown(parser, name),
                    meant);
}

/* Of -Werror=RULE and -Wno-RULE for the same rule the later one holds. */
static bool apply_rule_error(parser_t *parser, const option_info_t *option, const char *value)
{
    rule_t rule;
    if (!find_rule(parser, option, value, &rule))
        return false;
    parser->options->diagnostics.is_error[rule] = true;
    parser->options->diagnostics.is_off[rule] = false;
    return true;
}

static bool apply_rule_off(parser_t *parser, const option_info_t *option, const char *value)
{
    rule_t rule;
    if (!find_rule(parser, option, value, &rule))
        return false;
    if (rule_info(rule)->severity == SEVERITY_ERROR)
        return complain(parser, "'%s%s': '%s' is an error, which cannot be switched off", option->name, value, value);
    parser->options->diagnostics.is_off[rule] = true;
    parser->options->diagnostics.is_error[rule] = false;
    return true;
}

/* Arguments */

static bool takes_value(const option_info_t *option)
{
    return option->value_name[0] != '\0';
}

static bool is_long(const char *name)
{
    return name[0] == '-' && name[1] == '-';
}

/* Whether an argument is this option, alone or with its value behind it; *value is then that value, or NULL. */
static bool matches(const option_info_t *option, const char *argument, const char **value)
{
    size_t length_bytes = strlen(option->name);
    *value = NULL;
    if (strncmp(argument, option->name, length_bytes) != 0)
        return false;
    const char *rest = argument + length_bytes;
    if (option->joining == TIGHT) {
        *value = rest;
        return true;
    }
    if (*rest == '\0')
        return true;
    if (is_long(option->name)) {
        *value = rest + 1;
        return *rest == '=';
    }
    *value = rest;
    return takes_value(option);
}

/* The option with the longest name that matches, for this command if there is one, else for any other; or NULL. */
static const option_info_t *find_option(const char *argument, command_t command, const char **value)
{
    const option_info_t *best = NULL;
    size_t best_rank = 0;
    for (size_t index = 0; index < OPTION_COUNT; ++index) {
        const option_info_t *option = &option_table[index];
        const char *its_value;
        if (!matches(option, argument, &its_value))
            continue;
        size_t rank = 2 * strlen(option->name) + ((option->commands >> command & 1) != 0);
        if (rank > best_rank) {
            best = option;
            best_rank = rank;
            *value = its_value;
        }
    }
    return best;
}

static bool find_command(const char *name, command_t *command)
{
    for (int index = 0; index < COMMAND_COUNT; ++index)
        if (strcmp(commands[index].name, name) == 0) {
            *command = (command_t)index;
            return true;
        }
    return false;
}

static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] != '\0';
}

/* The place of the first operand, which may be a command's name; argument_count where there is none before a "--". */
static int first_operand(const parser_t *parser)
{
    int index = 1;
    while (index < parser->argument_count && is_option(parser->arguments[index])) {
        const char *argument = parser->arguments[index], *value = NULL;
        if (strcmp(argument, "--") == 0)
            return parser->argument_count;
        const option_info_t *option = find_option(argument, COMMAND_COMPILE, &value);
        index += option != NULL && takes_value(option) && value == NULL ? 2 : 1;
    }
    return index < parser->argument_count ? index : parser->argument_count;
}

static bool complain_of_unknown_option(const parser_t *parser, const char *argument)
{
    const char *names[OPTION_COUNT];
    size_t count = 0;
    for (size_t index = 0; index < OPTION_COUNT; ++index)
        if ((option_table[index].commands >> parser->options->command & 1) != 0)
            names[count++] = option_table[index].name;
    size_t name_bytes = is_long(argument) ? strcspn(argument, "=") : strlen(argument);
    const char *name = arena_copy(parser->arena, argument, name_bytes);
    return complain(parser, "unknown option '%s'%s", shown(parser, name), suggestion(parser, name, names, count));
}

static bool parse_option(parser_t *parser, const char *argument)
{
    const char *value = NULL;
    const option_info_t *option = find_option(argument, parser->options->command, &value);
    if (option == NULL)
        return complain_of_unknown_option(parser, argument);
    if ((option->commands >> parser->options->command & 1) == 0)
        return complain(parser, "option '%s' is not for '%s'", option->name, command_name(parser->options->command));
    if (!takes_value(option) && value != NULL)
        return complain(parser, "option '%s' takes no value", option->name);
    if (takes_value(option) && value == NULL) {
        if (parser->next >= parser->argument_count)
            return complain(parser, "option '%s' needs a value (%s)", option->name, option->value_name);
        value = parser->arguments[parser->next++];
    }
    return option->apply(parser, option, value);
}

static bool parse_arguments(parser_t *parser, int command_index)
{
    options_t *options = parser->options;
    bool are_options_over = false;
    options->operands = ARENA_ARRAY(parser->arena, const char *, (size_t)parser->argument_count + 1);
    while (parser->next < parser->argument_count) {
        int index = parser->next++;
        const char *argument = parser->arguments[index];
        if (index == command_index)
            continue;
        if (are_options_over || !is_option(argument))
            options->operands[options->operand_count++] = argument;
        else if (strcmp(argument, "--") == 0)
            are_options_over = true;
        else if (!parse_option(parser, argument))
            return false;
    }
    return true;
}

/* A misspelt command looks like a file: it is told where there is no such file. */
static bool check_command_spelling(const parser_t *parser)
{
    const char *names[COMMAND_COUNT], *first = parser->options->operands[0];
    if (parser->is_command_named || parser->options->operand_count == 0 || strpbrk(first, "./") != NULL)
        return true;
    for (int index = 0; index < COMMAND_COUNT; ++index)
        names[index] = commands[index].name;
    const char *meant = suggestion(parser, first, names, COMMAND_COUNT);
    if (meant[0] == '\0' || access(first, F_OK) == 0)
        return true;
    return complain(parser, "unknown command '%s'%s", shown(parser, first), meant);
}

static bool check_operands(const parser_t *parser)
{
    const options_t *options = parser->options;
    const command_info_t *command = &commands[options->command];
    if (options->operand_count < command->least_operands)
        return complain(parser, "%s: memregc %s %s", options->operand_count == 0 ? "nothing to work on" : "too few arguments",
                        command->name, command->operands);
    if (options->operand_count > command->most_operands)
        return complain(parser, "'%s' is one argument too many for '%s'",
                        shown(parser, options->operands[command->most_operands]), command->name);
    for (size_t index = 0; index < options->operand_count; ++index)
        if (options->operands[index][0] == '\0')
            return complain(parser, "an argument is empty");
    return true;
}

static const struct action_info {
    command_t command;
    const char *name;
    size_t least_operands, most_operands;
    const char *operands, *output;
} actions[ACTION_COUNT] = {
#define ACTION(COMMAND, ID, NAME, LEAST, MOST, OPERANDS, OUTPUT) \
    [ACTION_##COMMAND##_##ID] = { COMMAND_##COMMAND, NAME, LEAST, MOST, OPERANDS, OUTPUT },
    ACTION_TABLE(ACTION)
#undef ACTION
};

static bool check_action_operands(parser_t *parser, const struct action_info *action)
{
    const options_t *options = parser->options;
    size_t count = options->operand_count - 1;
    if (count < action->least_operands)
        return complain(parser, "too few arguments: memregc %s %s %s", command_name(options->command), action->name,
                        action->operands);
    if (count > action->most_operands)
        return complain(parser, "'%s' is one argument too many for '%s %s'",
                        shown(parser, options->operands[action->most_operands + 1]), command_name(options->command),
                        action->name);
    return action->output == NULL || options->output_file != NULL
        || complain(parser, "'%s %s' needs a place for its output: '-o %s'", command_name(options->command),
                    action->name, action->output);
}

/* Finds what the first operand says to do, where the command takes that. */
static bool check_action(parser_t *parser)
{
    options_t *options = parser->options;
    const char *names[ACTION_COUNT + 1], *known = "";
    size_t count = 0;
    for (size_t index = 0; index < ACTION_COUNT; ++index) {
        const struct action_info *action = &actions[index];
        if (action->command != options->command)
            continue;
        options->action = (action_t)index;
        if (strcmp(options->operands[0], action->name) == 0)
            return check_action_operands(parser, action);
        bool is_last = index + 1 == ACTION_COUNT || actions[index + 1].command != options->command;
        known = arena_format(parser->arena, "%s%s%s", known, count == 0 ? "" : is_last ? " or " : ", ", action->name);
        names[count++] = action->name;
    }
    return count == 0
        || complain(parser, "'%s' takes %s, not '%s'%s", command_name(options->command), known,
                    shown(parser, options->operands[0]), suggestion(parser, options->operands[0], names, count));
}

/* What no option can decide alone. */
static bool check_together(parser_t *parser)
{
    options_t *options = parser->options;
    if (options->formats_in_place && options->checks_format)
        return complain(parser, "'-w' and '--check' exclude each other");
    if ((FOR_WRITERS >> options->command & 1) != 0 && options->output_file == NULL)
        return complain(parser, "no place for the image; give '-o FILE', or '-o -' for standard output");
    if ((FOR_BYTES >> options->command & 1) != 0 && options->operand_count > 1
        && strcmp(options->operands[0], "-") == 0 && strcmp(options->operands[1], "-") == 0)
        return complain(parser, "standard input cannot be both the layout and the bytes");
    if (options->only_changed && options->other_image != NULL)
        return complain(parser, "'--changed' and '--diff' exclude each other");
    if (options->command != COMMAND_COMPILE)
        return true;

    if (options->output_folder != NULL && strcmp(options->output_folder, "-") == 0) {
        options->output_folder = NULL;
        options->to_standard_output = true;
    }
    if (options->to_standard_output && options->output_folder != NULL)
        return complain(parser, "'-o' and '--stdout' exclude each other");
    if (!options->to_standard_output && options->output_folder == NULL)
        return complain(parser, "no place for the outputs; give '-o DIR' or '--stdout'");
    if (!options->writes_depfile && (options->depfile_targets.count > 0 || options->depfile_has_phony_targets))
        return complain(parser, "'-MT' and '-MP' need '-MD' or '-MF FILE'");
    if (options->writes_depfile && options->to_standard_output && options->depfile_path == NULL)
        return complain(parser, "'-MD' with '--stdout' needs '-MF FILE'");
    if (!parser->is_emit_given || !options->to_standard_output)
        options->emits[EMIT_HEADER] = true;
    return true;
}

/* Help: each fits a screen of 80 columns and 24 lines */

static void print_all_help(void)
{
    puts("usage: memregc FILE... -o DIR [OPTION...]    compile layouts into C headers\n"
         "       memregc COMMAND [ARGUMENT...]         do something else:\n");
    for (int index = 0; index < COMMAND_COUNT; ++index)
        printf("  %-9s %-17s %s\n", commands[index].name, commands[index].operands, commands[index].summary);
    puts("");
    puts("'memregc COMMAND --help' lists a command's options; 'memregc --version'\n"
         "exit status: 0 done; 1 errors in the input; 2 wrong use, or a file's fault\n"
         "example: memregc thermostat.mr -o gen/");
}

#define WORD(ID, NAME) "|" NAME

static void print_command_help(command_t command)
{
    const command_info_t *info = &commands[command];
    bool has_options = false;
    for (size_t index = 0; index < OPTION_COUNT; ++index)
        has_options |= (option_table[index].commands >> command & 1) != 0 && option_table[index].help[0] != '\0';
    bool has_diagnostics = (FOR_READERS >> command & 1) != 0;

    printf("usage: memregc %s%s%s%s\n", info->name, info->operands[0] != '\0' ? " " : "", info->operands,
           has_options || has_diagnostics ? " [OPTION...]" : "");
    printf("%c%s\n", toupper((unsigned char)info->summary[0]), info->summary + 1);
    if (has_options)
        puts("");
    for (size_t index = 0; index < OPTION_COUNT; ++index) {
        const option_info_t *option = &option_table[index];
        char name_and_value[64];
        if ((option->commands >> command & 1) == 0 || option->help[0] == '\0')
            continue;
        snprintf(name_and_value, sizeof name_and_value, "%s %s", option->name, option->value_name);
        printf("  %-14s %s\n", name_and_value, option->help);
    }
    if (has_diagnostics)
        printf("\nmessages: -Wall -Werror[=RULE] -Wno-RULE%s --max-errors N\n"
               "          --diagnostics %s --color %s\n", command == COMMAND_FMT ? "" : " -w",
               DIAGNOSTICS_TABLE(WORD) + 1, COLOR_TABLE(WORD) + 1);
    printf("\nexample: memregc %s%s%s\n", info->name, info->example[0] != '\0' ? " " : "", info->example);
}

bool options_parse(options_t *options, arena_t *arena, int argument_count, const char *const *arguments,
                   int *exit_status)
{
    parser_t parser = { .options = options, .arena = arena, .arguments = arguments, .argument_count = argument_count,
                        .next = 1 };
    *options = (options_t){ .command = COMMAND_COMPILE };
    options->diagnostics.most_errors = MOST_ERRORS_SHOWN;
    *exit_status = EXIT_WRONG_USE;

    int command_index = first_operand(&parser);
    parser.is_command_named = command_index < argument_count && find_command(arguments[command_index], &options->command);
    if (!parser.is_command_named)
        command_index = argument_count;

    if (!parse_arguments(&parser, command_index))
        return false;
    if (options->asks_help || options->asks_version) {
        if (options->asks_version)
            puts("memregc " MEMREGC_VERSION);
        else if (parser.is_command_named)
            print_command_help(options->command);
        else
            print_all_help();
        *exit_status = EXIT_SUCCESS;
        return false;
    }
    return check_command_spelling(&parser) && check_operands(&parser) && check_action(&parser) && check_together(&parser);
}
