/* Completion scripts, made from the tables; see completion.h. */
#include "completion.h"

#include "diagnostic.h"
#include "options.h"

enum { MANY };

static const struct { const char *name, *operands, *summary; } commands[COMMAND_COUNT] = {
#define COMMAND(ID, NAME, LEAST, MOST, OPERANDS, SUMMARY, EXAMPLE) [COMMAND_##ID] = { NAME, OPERANDS, SUMMARY },
    COMMAND_TABLE(COMMAND)
#undef COMMAND
};

#define EMIT_NAMES ""
static const struct option { const char *name, *value; int commands; const char *help; } options[] = {
#define OPTION(NAME, VALUE, JOINING, APPLY, MEMBER, COMMANDS, HELP) { NAME, VALUE, FOR_##COMMANDS, HELP },
#include "options.def"
#undef OPTION
};

enum { OPTION_COUNT = sizeof options / sizeof *options };

/* ---- what the values of an option, and the first operand of a command, can be */

static void put_rules(text_t *text)
{
    for (int rule = 0; rule < RULE_COUNT; rule++)
        text_format(text, "%s%s", rule ? " " : "", rule_info((rule_t)rule)->name);
}

typedef struct choice {
    const char *name;             /* an option, or a command */
    const char *words;            /* each with a space before it; NULL: the rules */
} choice_t;

#define EMIT(ID, NAME, SUMMARY) " " NAME
#define WORD(ID, NAME) " " NAME
static const choice_t choices[] = {
    { "--emit", EMIT_TABLE(EMIT) },
    { "--accessors", ACCESSORS_TABLE(WORD) },
    { "--diagnostics", DIAGNOSTICS_TABLE(WORD) },
    { "--color", COLOR_TABLE(WORD) },
    { "-Werror=", NULL },
    { "-Wno-", NULL },
    { "explain", NULL },
};
#undef EMIT
#undef WORD

static const struct { command_t command; const char *name; } actions[ACTION_COUNT] = {
#define ACTION(COMMAND, ID, NAME, LEAST, MOST, OPERANDS, OUTPUT) [ACTION_##COMMAND##_##ID] = { COMMAND_##COMMAND, NAME },
    ACTION_TABLE(ACTION)
#undef ACTION
};

static bool put_actions(text_t *text, const char *command)
{
    bool is_there = false;
    for (int action = 0; action < ACTION_COUNT; action++) {
        if (strcmp(commands[actions[action].command].name, command) != 0)
            continue;
        text_format(text, "%s%s", is_there ? " " : "", actions[action].name);
        is_there = true;
    }
    return is_there;
}

/* Puts the words that may follow an option or a command; false where there are none. */
static bool put_choice(text_t *text, const char *name)
{
    for (size_t index = 0; index < sizeof choices / sizeof *choices; index++) {
        if (strcmp(choices[index].name, name) != 0)
            continue;
        if (choices[index].words)
            text_put_string(text, choices[index].words + 1);
        else
            put_rules(text);
        return true;
    }
    return put_actions(text, name);
}

static bool has_choice(const char *name)
{
    char chars[16];
    text_t text = TEXT_IN(chars);
    bool is_there = put_choice(&text, name);
    text_free(&text);
    return is_there;
}

static bool is_joined(const struct option *option)
{
    return option->name[strlen(option->name) - 1] == '=' || strcmp(option->name, "-Wno-") == 0;
}

/* Options that every command has say nothing in its list of options. */
static const char *help_of(const struct option *option)
{
    return *option->help ? option->help
        : strcmp(option->name, "--version") == 0 ? "print the version"
        : option->commands == FOR_ALL ? "say how it is used" : "which messages, and how";
}

static bool is_of(const struct option *option, int command) { return (option->commands >> command & 1) != 0; }

/* ---- bash */

static void put_bash_options(text_t *text, int command)
{
    text_format(text, "    %s) options='", commands[command].name);
    bool is_first = true;
    for (size_t index = 0; index < OPTION_COUNT; index++) {
        if (!is_of(&options[index], command))
            continue;
        text_format(text, "%s%s", is_first ? "" : " ", options[index].name);
        is_first = false;
    }
    text_put_string(text, "'");
    if (has_choice(commands[command].name)) {
        text_put_string(text, " words='");
        put_choice(text, commands[command].name);
        text_put_string(text, "'");
    }
    text_put_string(text, " ;;\n");
}

static void put_bash(text_t *text)
{
    text_put_string(text,
        "# memregc for bash: source this file, or put it where bash-completion looks.\n"
        "_memregc()\n"
        "{\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=compile options= words= name\n"
        "    local commands='");
    for (int command = 0; command < COMMAND_COUNT; command++)
        text_format(text, "%s%s", command ? " " : "", commands[command].name);
    text_put_string(text,
        "'\n"
        "    COMPREPLY=()\n"
        "    for name in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
        "        case \" $commands \" in *\" $name \"*) command=$name; break ;; esac\n"
        "    done\n"
        "    [ \"$before\" != '=' ] || before=${COMP_WORDS[COMP_CWORD-2]}\n"
        "    case $before in\n");
    for (size_t index = 0; index < OPTION_COUNT; index++) {
        if (is_joined(&options[index]) || !has_choice(options[index].name))
            continue;
        text_format(text, "    %s) COMPREPLY=($(compgen -W '", options[index].name);
        put_choice(text, options[index].name);
        text_put_string(text, "' -- \"$word\")); return ;;\n");
    }
    text_put_string(text, "    esac\n    case $command in\n");
    for (int command = 0; command < COMMAND_COUNT; command++)
        put_bash_options(text, command);
    text_put_string(text, "    esac\n    case $word in\n    -Wno-*|-Werror=*)\n        words='");
    put_rules(text);
    text_put_string(text,
        "'\n"
        "        case $word in -Wno-*) name=-Wno- ;; *) name=-Werror= ;; esac\n"
        "        COMPREPLY=($(compgen -P \"$name\" -W \"$words\" -- \"${word#\"$name\"}\")) ;;\n"
        "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
        "    *)\n"
        "        if [ \"$COMP_CWORD\" = 1 ]; then words=$commands; fi\n"
        "        COMPREPLY=($(compgen -W \"$words\" -- \"$word\") $(compgen -f -- \"$word\")) ;;\n"
        "    esac\n"
        "}\n"
        "complete -o filenames -F _memregc memregc\n");
}

/* ---- zsh */

/* What stands in zsh's brackets and single quotes. */
static void put_zsh_text(text_t *text, const char *chars)
{
    for (; *chars; chars++) {
        if (*chars == '\'')
            text_put_string(text, "'\\'");
        if (*chars == '[' || *chars == ']' || *chars == ':')
            text_put_char(text, '\\');
        text_put_char(text, *chars);
    }
}

static void put_zsh_option(text_t *text, const struct option *option)
{
    text_format(text, "            '*%s%s[", option->name, is_joined(option) ? "-" : "");
    put_zsh_text(text, help_of(option));
    text_put_string(text, "]");
    if (*option->value) {
        text_format(text, ":%s:", option->value);
        if (has_choice(option->name)) {
            text_put_char(text, '(');
            put_choice(text, option->name);
            text_put_char(text, ')');
        } else {
            text_put_string(text, "_files");
        }
    }
    text_put_string(text, "' \\\n");
}

static void put_zsh(text_t *text)
{
    text_put_string(text,
        "#compdef memregc\n"
        "# memregc for zsh: put it into a folder of $fpath as _memregc.\n"
        "_memregc() {\n"
        "    local command=compile name\n"
        "    local -a commands\n"
        "    commands=(\n");
    for (int command = 0; command < COMMAND_COUNT; command++) {
        text_format(text, "        '%s:", commands[command].name);
        put_zsh_text(text, commands[command].summary);
        text_put_string(text, "'\n");
    }
    text_put_string(text,
        "    )\n"
        "    if (( CURRENT == 2 )); then\n"
        "        _describe command commands\n"
        "        _files\n"
        "        [[ $words[CURRENT] == -* ]] || return\n"
        "    fi\n"
        "    for name in $words[2,CURRENT-1]; do\n"
        "        if (( ${commands[(I)$name:*]} )); then command=$name; break; fi\n"
        "    done\n"
        "    case $command in\n");
    for (int command = 0; command < COMMAND_COUNT; command++) {
        text_format(text, "    %s)\n        _arguments -s \\\n", commands[command].name);
        for (size_t index = 0; index < OPTION_COUNT; index++)
            if (is_of(&options[index], command))
                put_zsh_option(text, &options[index]);
        if (has_choice(commands[command].name)) {
            text_put_string(text, "            '1:command:' '2:what:(");
            put_choice(text, commands[command].name);
            text_put_string(text, ")' '*:file:_files' ;;\n");
        } else {
            text_put_string(text, "            '*:file:_files' ;;\n");
        }
    }
    text_put_string(text, "    esac\n}\n_memregc \"$@\"\n");
}

/* ---- fish */

static void put_fish_text(text_t *text, const char *chars)
{
    text_put_char(text, '\'');
    for (; *chars; chars++) {
        if (*chars == '\'' || *chars == '\\')
            text_put_char(text, '\\');
        text_put_char(text, *chars);
    }
    text_put_char(text, '\'');
}

static void put_fish_condition(text_t *text, int of)
{
    text_put_string(text, "complete -c memregc");
    if (of == FOR_ALL)
        return;
    text_put_string(text, " -n '");
    if (of & FOR_COMPILE) {
        text_put_string(text, "not __fish_seen_subcommand_from");
        for (int command = 0; command < COMMAND_COUNT; command++)
            if (!(of >> command & 1))
                text_format(text, " %s", commands[command].name);
    } else {
        text_put_string(text, "__fish_seen_subcommand_from");
        for (int command = 0; command < COMMAND_COUNT; command++)
            if (of >> command & 1)
                text_format(text, " %s", commands[command].name);
    }
    text_put_string(text, "'");
}

static void put_fish_option(text_t *text, const struct option *option)
{
    put_fish_condition(text, option->commands);
    if (is_joined(option)) {
        text_put_string(text, " -f -a \"(string replace -r -- '^' ");
        text_put_string(text, option->name);
        text_put_string(text, " ");
        put_choice(text, option->name);
        text_put_string(text, ")\"\n");
        return;
    }
    bool is_long = option->name[1] == '-', is_short = !option->name[2];
    text_format(text, " -%c %s", is_long ? 'l' : is_short ? 's' : 'o', option->name + 1 + is_long);
    if (*option->value)
        text_put_string(text, has_choice(option->name) ? " -x" : " -r");
    if (has_choice(option->name)) {
        text_put_string(text, " -a '");
        put_choice(text, option->name);
        text_put_char(text, '\'');
    }
    text_put_string(text, " -d ");
    put_fish_text(text, help_of(option));
    text_put_char(text, '\n');
}

static void put_fish(text_t *text)
{
    text_put_string(text, "# memregc for fish: put it into ~/.config/fish/completions/memregc.fish\n");
    for (int command = 0; command < COMMAND_COUNT; command++) {
        text_put_string(text, "complete -c memregc -n __fish_use_subcommand -a ");
        text_put_string(text, commands[command].name);
        text_put_string(text, " -d ");
        put_fish_text(text, commands[command].summary);
        text_put_char(text, '\n');
    }
    for (int command = 0; command < COMMAND_COUNT; command++) {
        if (!has_choice(commands[command].name))
            continue;
        put_fish_condition(text, 1 << command);
        text_put_string(text, " -a '");
        put_choice(text, commands[command].name);
        text_put_string(text, "'\n");
    }
    for (size_t index = 0; index < OPTION_COUNT; index++)
        put_fish_option(text, &options[index]);
}

void completion_put(text_t *text, action_t shell)
{
    switch (shell) {
    case ACTION_COMPLETION_ZSH: put_zsh(text); break;
    case ACTION_COMPLETION_FISH: put_fish(text); break;
    default: put_bash(text);
    }
}
