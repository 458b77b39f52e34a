/* Names, constant expressions and written types; see resolve.h. */
#include "resolve.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "naming.h"

enum { LONGEST_ARRAY = 1 << 24 };

/* ---- symbols */

static size_t bucket_of(const resolver_t *resolver, const char *name)
{
    uint64_t hash = (uint64_t)(uintptr_t)name * UINT64_C(0x9E3779B97F4A7C15);
    size_t bucket = (size_t)(hash >> 32) & (resolver->bucket_count - 1);
    while (resolver->buckets[bucket] && resolver->buckets[bucket]->name != name)
        bucket = (bucket + 1) & (resolver->bucket_count - 1);
    return bucket;
}

/* A name of underscores alone leaves nothing in C. */
static void check_name(resolver_t *resolver, const ast_node_t *node)
{
    if (node->name[strspn(node->name, "_")] == 0)
        report(resolver->diagnostics, RULE_RESERVED_NAME, node->name_span, "'%s' leaves no name in C", node->name);
}

static void add_symbol(resolver_t *resolver, const ast_node_t *node, bool is_from_target)
{
    if (!node->name)
        return;
    size_t bucket = bucket_of(resolver, node->name);
    if (resolver->buckets[bucket]) {
        const symbol_t *first = resolver->buckets[bucket];
        diagnostic_t *twice = report(resolver->diagnostics, RULE_DUPLICATE_NAME, node->name_span,
                                     "the name '%s' is declared already", node->name);
        report_note(twice, first->node->name_span, "the %s '%s' is here", ast_kind_text(first->node->kind), node->name);
        return;
    }
    check_name(resolver, node);
    symbol_t *symbol = &resolver->symbols[resolver->symbol_count++];
    *symbol = (symbol_t){ .name = node->name, .node = node, .is_from_target = is_from_target };
    resolver->buckets[bucket] = symbol;
}

void resolver_start(resolver_t *resolver, arena_t *arena, diagnostics_t *diagnostics, const program_t *program)
{
    size_t count = program->declaration_count;
    *resolver = (resolver_t){ .arena = arena, .diagnostics = diagnostics, .program = program };
    for (size_t index = 0; index < program->declaration_count; index++)
        if (program->declarations[index]->kind == AST_PARTITIONS)
            count += program->declarations[index]->children.count;
    resolver->symbols = ARENA_ARRAY(arena, symbol_t, count + 1);
    resolver->regions = ARENA_ARRAY(arena, schema_region_t, count + 1);
    resolver->bucket_count = 64;
    while (resolver->bucket_count < 2 * count)
        resolver->bucket_count *= 2;
    resolver->buckets = ARENA_ARRAY(arena, symbol_t *, resolver->bucket_count);
    for (size_t index = 0; index < program->declaration_count; index++) {
        const ast_node_t *node = program->declarations[index];
        add_symbol(resolver, node, program->is_from_target[index]);
        if (node->kind == AST_PARTITIONS)
            for (const ast_node_t *entry = node->children.first; entry; entry = entry->next)
                add_symbol(resolver, entry, program->is_from_target[index]);
    }
}

symbol_t *resolver_find(const resolver_t *resolver, const char *name)
{
    return resolver->buckets[bucket_of(resolver, name)];
}

symbol_t *resolver_want(resolver_t *resolver, const char *name, span_t span, unsigned kinds, const char *wanted)
{
    symbol_t *symbol = resolver_find(resolver, name);
    if (symbol && kinds >> symbol->node->kind & 1)
        return symbol;
    if (symbol) {
        diagnostic_t *wrong = report(resolver->diagnostics, RULE_UNKNOWN_NAME, span, "'%s' is a %s, not a %s", name,
                                     ast_kind_text(symbol->node->kind), wanted);
        report_note(wrong, symbol->node->name_span, "it is declared here");
        return NULL;
    }
    diagnostic_t *unknown = report(resolver->diagnostics, RULE_UNKNOWN_NAME, span, "there is no %s '%s'", wanted, name);
    const char **candidates = ARENA_ARRAY(resolver->arena, const char *, resolver->symbol_count + 1);
    size_t count = 0;
    for (size_t index = 0; index < resolver->symbol_count; index++)
        if (kinds >> resolver->symbols[index].node->kind & 1)
            candidates[count++] = resolver->symbols[index].name;
    report_nearest(unknown, name, candidates, count);
    return NULL;
}

bool resolver_open(resolver_t *resolver, symbol_t *symbol, rule_t rule)
{
    if (symbol->state == SYMBOL_BAD)
        return false;
    if (symbol->state == SYMBOL_IN_PROGRESS || resolver->open_count == sizeof resolver->open / sizeof *resolver->open) {
        diagnostic_t *cycle = report(resolver->diagnostics, rule, symbol->node->name_span,
                                     symbol->state == SYMBOL_IN_PROGRESS ? "'%s' needs itself"
                                                                         : "'%s' is nested too deep", symbol->name);
        size_t start = 0;
        while (start < resolver->open_count && resolver->open[start] != symbol)
            start++;
        for (size_t index = start + 1; index < resolver->open_count; index++)
            report_note(cycle, resolver->open[index]->node->name_span, "by way of '%s'", resolver->open[index]->name);
        return false;
    }
    symbol->state = SYMBOL_IN_PROGRESS;
    resolver->open[resolver->open_count++] = symbol;
    return true;
}

void resolver_close(resolver_t *resolver, symbol_t *symbol, bool is_good)
{
    symbol->state = is_good ? SYMBOL_DONE : SYMBOL_BAD;
    resolver->open_count--;
}

/* ---- numbers */

const char *number_text(arena_t *arena, number_t number)
{
    if (number.is_unsigned_64)
        return arena_format(arena, "%llu", (unsigned long long)number.value);
    return arena_format(arena, "%lld", (long long)number.value);
}

bool number_fits(number_t number, unsigned width_bits, bool is_signed)
{
    if (number.is_unsigned_64)
        return !is_signed && width_bits == 64;
    if (is_signed)
        return width_bits == 64 || (number.value >= -(INT64_C(1) << (width_bits - 1))
                                    && number.value < INT64_C(1) << (width_bits - 1));
    return number.value >= 0 && (width_bits >= 63 || number.value < INT64_C(1) << width_bits);
}

static bool fail(resolver_t *resolver, rule_t rule, const ast_expression_t *expression, const char *message)
{
    report(resolver->diagnostics, rule, expression->span, "%s", message);
    return false;
}

static bool evaluate_name(resolver_t *resolver, const ast_expression_t *expression, const schema_enum_t *enumeration,
                          number_t *number)
{
    if (!expression->member && enumeration) {
        for (size_t index = 0; index < enumeration->enumerator_count; index++) {
            if (strcmp(enumeration->enumerators[index].name.name, expression->name) != 0)
                continue;
            number->value = enumeration->enumerators[index].value;
            return true;
        }
    }
    symbol_t *symbol = resolver_find(resolver, expression->name);
    if (!symbol && !expression->member && strcmp(expression->name, "true") == 0)
        return number->value = 1, true;
    if (!symbol && !expression->member && strcmp(expression->name, "false") == 0)
        return number->value = 0, true;
    if (!symbol && !expression->member && enumeration) {
        diagnostic_t *unknown = report(resolver->diagnostics, RULE_UNKNOWN_NAME, expression->span,
                                       "enum '%s' has no '%s'", enumeration->name.name, expression->name);
        const char **candidates = ARENA_ARRAY(resolver->arena, const char *, enumeration->enumerator_count + 1);
        for (size_t index = 0; index < enumeration->enumerator_count; index++)
            candidates[index] = enumeration->enumerators[index].name.name;
        report_nearest(unknown, expression->name, candidates, enumeration->enumerator_count);
        return false;
    }
    symbol = resolver_want(resolver, expression->name, expression->span,
                           expression->member ? 1u << AST_ENUM : 1u << AST_CONSTANT,
                           expression->member ? "enum" : "constant");
    if (!symbol)
        return false;
    if (!expression->member) {
        schema_constant_t *constant = resolve_constant(resolver, symbol);
        if (!constant)
            return false;
        *number = (number_t){ constant->value, constant->is_unsigned_64 };
        return true;
    }
    schema_enum_t *declared = resolve_enum(resolver, symbol);
    if (!declared)
        return false;
    ast_expression_t bare = *expression;
    bare.name = expression->member;
    bare.member = NULL;
    for (size_t index = 0; index < declared->enumerator_count; index++)
        if (strcmp(declared->enumerators[index].name.name, bare.name) == 0)
            return number->value = declared->enumerators[index].value, true;
    diagnostic_t *unknown = report(resolver->diagnostics, RULE_UNKNOWN_NAME, expression->span, "enum '%s' has no '%s'",
                                   declared->name.name, bare.name);
    const char **candidates = ARENA_ARRAY(resolver->arena, const char *, declared->enumerator_count + 1);
    for (size_t index = 0; index < declared->enumerator_count; index++)
        candidates[index] = declared->enumerators[index].name.name;
    report_nearest(unknown, bare.name, candidates, declared->enumerator_count);
    return false;
}

static bool fold(char operator, int64_t left, int64_t right, int64_t *result)
{
    switch (operator) {
    case '+': return !__builtin_add_overflow(left, right, result);
    case '-': return !__builtin_sub_overflow(left, right, result);
    case '*': return !__builtin_mul_overflow(left, right, result);
    case '/': return *result = left == INT64_MIN && right == -1 ? 0 : left / right, !(left == INT64_MIN && right == -1);
    case '%': return *result = right == -1 ? 0 : left % right, true;
    case '&': return *result = left & right, true;
    case '|': return *result = left | right, true;
    case '^': return *result = left ^ right, true;
    case 'l':
        if (right < 0 || right > 63 || (left && right && (left > INT64_MAX >> right || left < INT64_MIN >> right)))
            return false;
        return *result = (int64_t)((uint64_t)left << right), true;
    default:
        return *result = right < 0 || right > 63 ? 0 : left >> right, right >= 0 && right <= 63;
    }
}

static bool evaluate_operation(resolver_t *resolver, const ast_expression_t *expression,
                               const schema_enum_t *enumeration, number_t *number)
{
    number_t left = { 0, false }, right;
    if (expression->left && !evaluate(resolver, expression->left, enumeration, &left))
        return false;
    if (!evaluate(resolver, expression->right, enumeration, &right))
        return false;
    if (expression->kind == EXPRESSION_UNARY && expression->operator == '-' && right.is_unsigned_64
        && right.value == INT64_MIN) {
        number->value = INT64_MIN;
        return true;
    }
    if (left.is_unsigned_64 || right.is_unsigned_64)
        return fail(resolver, RULE_EXPRESSION_OVERFLOW, expression,
                    "a number above 9223372036854775807 stands alone, not in arithmetic");
    if (expression->kind == EXPRESSION_UNARY && expression->operator == '~')
        return number->value = ~right.value, true;
    if ((expression->operator == '/' || expression->operator == '%') && right.value == 0)
        return fail(resolver, RULE_DIVISION_BY_ZERO, expression, "division by zero");
    if ((expression->operator == 'l' || expression->operator == 'r') && (right.value < 0 || right.value > 63))
        return fail(resolver, RULE_EXPRESSION_OVERFLOW, expression, "a shift is by 0 to 63 bits");
    if (!fold(expression->operator, left.value, right.value, &number->value))
        return fail(resolver, RULE_EXPRESSION_OVERFLOW, expression, "the result does not fit in 64 bits");
    return true;
}

static bool is_plain_type(const char *name)
{
    for (unsigned index = 0; index < plain_type_count; index++)
        if (strcmp(plain_types[index].name, name) == 0)
            return true;
    return (*name == 'u' || *name == 'i') && name[1] >= '0' && name[1] <= '9';
}

static bool evaluate_size(resolver_t *resolver, const ast_expression_t *expression, number_t *number)
{
    uint64_t bytes = 0;
    schema_type_t type;
    uint32_t length;
    symbol_t *structure;
    symbol_t *symbol = resolver_find(resolver, expression->name);
    if (!symbol && expression->kind == EXPRESSION_SIZEOF && is_plain_type(expression->name)) {
        ast_type_t written = { .name = expression->name, .span = expression->span };
        if (!resolve_type(resolver, &written, &type, &length, &structure))
            return false;
        return number->value = (type.width_bits + 7) / 8, true;
    }
    symbol = resolver_want(resolver, expression->name, expression->span, 1u << AST_STRUCT | 1u << AST_MEMREG
                           | (expression->kind == EXPRESSION_SIZEOF ? 1u << AST_ENUM | 1u << AST_REGION : 0),
                           "struct or memreg");
    if (!symbol)
        return false;
    if (symbol->node->kind == AST_ENUM) {
        schema_enum_t *enumeration = resolve_enum(resolver, symbol);
        return enumeration ? number->value = (enumeration->width_bits + 7) / 8, true : false;
    }
    if (symbol->node->kind == AST_REGION) {
        schema_region_t *region = resolve_region(resolver, symbol);
        return region ? number->value = (int64_t)region->size_bytes, true : false;
    }
    bool is_known = expression->kind == EXPRESSION_SIZEOF
        ? resolver->size_of(resolver, symbol, expression->span, &bytes)
        : resolver->offset_of(resolver, symbol, expression->member, expression->span, &bytes);
    number->value = (int64_t)bytes;
    return is_known;
}

bool evaluate(resolver_t *resolver, const ast_expression_t *expression, const schema_enum_t *enumeration,
              number_t *number)
{
    *number = (number_t){ 0, false };
    switch (expression->kind) {
    case EXPRESSION_INTEGER:
        number->value = (int64_t)expression->integer;
        number->is_unsigned_64 = expression->integer > INT64_MAX;
        return true;
    case EXPRESSION_REAL:
        return fail(resolver, RULE_EXPRESSION_TYPE, expression, "an integer must stand here, not a decimal");
    case EXPRESSION_STRING:
        return fail(resolver, RULE_EXPRESSION_TYPE, expression, "a number must stand here, not a string");
    case EXPRESSION_LIST:
        return fail(resolver, RULE_EXPRESSION_TYPE, expression, "a number must stand here, not a list");
    case EXPRESSION_NAME:
        return evaluate_name(resolver, expression, enumeration, number);
    case EXPRESSION_SIZEOF:
    case EXPRESSION_OFFSETOF:
        return evaluate_size(resolver, expression, number);
    default:
        return evaluate_operation(resolver, expression, enumeration, number);
    }
}

bool evaluate_bounded(resolver_t *resolver, const ast_expression_t *expression, rule_t rule, const char *what,
                      uint64_t least, uint64_t most, uint64_t *value)
{
    number_t number;
    if (!evaluate(resolver, expression, NULL, &number))
        return false;
    bool is_negative = number.value < 0 && !number.is_unsigned_64;
    if (is_negative || (uint64_t)number.value < least || (uint64_t)number.value > most) {
        const char *text = number_text(resolver->arena, number);
        if (is_negative || (uint64_t)number.value < least)
            report(resolver->diagnostics, rule, expression->span, "%s is %s, but at least %llu is needed", what, text,
                   (unsigned long long)least);
        else
            report(resolver->diagnostics, rule, expression->span, "%s is %s, but at most %llu is possible", what, text,
                   (unsigned long long)most);
        return false;
    }
    *value = (uint64_t)number.value;
    return true;
}

bool evaluate_real(resolver_t *resolver, const ast_expression_t *expression, double *value)
{
    double left, right;
    number_t number;
    switch (expression->kind) {
    case EXPRESSION_REAL:
        *value = expression->real;
        return true;
    case EXPRESSION_UNARY:
        if (expression->operator != '-')
            break;
        if (!evaluate_real(resolver, expression->right, &right))
            return false;
        *value = -right;
        return true;
    case EXPRESSION_BINARY:
        if (!strchr("+-*/", expression->operator))
            break;
        if (!evaluate_real(resolver, expression->left, &left) || !evaluate_real(resolver, expression->right, &right))
            return false;
        if (expression->operator == '/' && right == 0.0)
            return fail(resolver, RULE_DIVISION_BY_ZERO, expression, "division by zero");
        *value = expression->operator == '+' ? left + right : expression->operator == '-' ? left - right
            : expression->operator == '*' ? left * right : left / right;
        if (!isfinite(*value))
            return fail(resolver, RULE_EXPRESSION_OVERFLOW, expression, "the result is too large");
        return true;
    default:
        break;
    }
    if (!evaluate(resolver, expression, NULL, &number))
        return false;
    *value = number.is_unsigned_64 ? (double)(uint64_t)number.value : (double)number.value;
    return true;
}

/* ---- constants and enums */

schema_constant_t *resolve_constant(resolver_t *resolver, symbol_t *symbol)
{
    number_t number;
    if (symbol->state == SYMBOL_DONE)
        return symbol->of.constant;
    if (!resolver_open(resolver, symbol, RULE_CONSTANT_CYCLE))
        return NULL;
    bool is_good = evaluate(resolver, symbol->node->value, NULL, &number);
    if (is_good) {
        schema_constant_t *constant = ARENA_NEW(resolver->arena, schema_constant_t);
        constant->name = name_forms(resolver->arena, symbol->name, symbol->node->doc, symbol->node->name_span);
        constant->value = number.value;
        constant->is_unsigned_64 = number.is_unsigned_64;
        symbol->of.constant = constant;
    }
    resolver_close(resolver, symbol, is_good);
    return is_good ? symbol->of.constant : NULL;
}

/* Reads "u12", "i5": false where the name is no such type at all. */
static bool integer_type(const char *name, bool *is_signed, unsigned long *width_bits)
{
    if ((*name != 'u' && *name != 'i') || name[1] < '0' || name[1] > '9')
        return false;
    *is_signed = *name == 'i';
    *width_bits = 0;
    for (const char *at = name + 1; *at; at++) {
        if (*at < '0' || *at > '9')
            return false;
        if (*width_bits < 100000)
            *width_bits = *width_bits * 10 + (unsigned long)(*at - '0');
    }
    return true;
}

static bool width_is_possible(resolver_t *resolver, const char *name, span_t span, unsigned long width_bits)
{
    if (width_bits >= 1 && width_bits <= 64 && name[1] != '0')
        return true;
    report(resolver->diagnostics, RULE_TYPE_WIDTH, span, "'%s' has no possible width: integers have 1 to 64 bits", name);
    return false;
}

static uint64_t hash_number(int64_t value) { return (uint64_t)value * UINT64_C(0x9E3779B97F4A7C15) >> 20; }

/* Values and names of one enum are looked up in a table of the same size, so that a million of them stay quick. */
typedef struct enum_table { uint32_t *values, *names; size_t count; } enum_table_t;

static bool add_enumerator(resolver_t *resolver, schema_enum_t *enumeration, enum_table_t *table,
                           const ast_node_t *node, number_t number)
{
    schema_enumerator_t *all = enumeration->enumerators;
    uint32_t at = (uint32_t)enumeration->enumerator_count;
    bool is_good = true, may_share = ast_attribute(node, ATTRIBUTE_ALIAS) != NULL;

    size_t bucket = hash_number(number.value) & (table->count - 1);
    while (table->values[bucket] && all[table->values[bucket] - 1].value != number.value)
        bucket = (bucket + 1) & (table->count - 1);
    if (table->values[bucket] && !may_share) {
        const schema_enumerator_t *first = &all[table->values[bucket] - 1];
        diagnostic_t *twice = report(resolver->diagnostics, RULE_ENUM_DUPLICATE_VALUE, node->name_span,
                                     "'%s' has the value %s of '%s'", node->name,
                                     number_text(resolver->arena, number), first->name.name);
        report_note(twice, first->name.span, "'%s' is here", first->name.name);
        report_help(twice, "write 'alias' after '%s' where both names are meant", node->name);
        is_good = false;
    }
    bool shares = table->values[bucket] != 0;
    if (!shares)
        table->values[bucket] = at + 1;

    bucket = hash_number((int64_t)(uintptr_t)node->name) & (table->count - 1);
    while (table->names[bucket] && all[table->names[bucket] - 1].name.name != node->name)
        bucket = (bucket + 1) & (table->count - 1);
    if (table->names[bucket]) {
        diagnostic_t *twice = report(resolver->diagnostics, RULE_DUPLICATE_NAME, node->name_span,
                                     "'%s' is in this enum already", node->name);
        report_note(twice, all[table->names[bucket] - 1].name.span, "the first is here");
        is_good = false;
    } else {
        table->names[bucket] = at + 1;
    }
    all[at] = (schema_enumerator_t){ .name = name_forms(resolver->arena, node->name, node->doc, node->name_span),
                                     .value = number.value, .is_alias = shares };
    enumeration->enumerator_count++;
    return is_good;
}

static bool number_below(number_t left, number_t right)
{
    if (left.is_unsigned_64 != right.is_unsigned_64)
        return right.is_unsigned_64;
    return left.is_unsigned_64 ? (uint64_t)left.value < (uint64_t)right.value : left.value < right.value;
}

static bool fill_enum(resolver_t *resolver, const ast_node_t *node, schema_enum_t *enumeration)
{
    unsigned long width_bits = 8;
    bool is_good = true;
    number_t next = { 0, false }, least = { 0, false }, most = { 0, false };
    size_t distinct = 0;

    if (!node->type.name) {
        diagnostic_t *missing = report(resolver->diagnostics, RULE_ENUM_BASE, node->name_span,
                                       "enum '%s' does not say how many bits it has", node->name);
        report_help(missing, "write 'enum %s : u8'", node->name);
        is_good = false;
    } else if (node->type.dimensions || !integer_type(node->type.name, &enumeration->is_signed, &width_bits)) {
        report(resolver->diagnostics, RULE_ENUM_BASE, node->type.span,
               "an enum's base is an integer type, u1 to u64 or i1 to i64, not '%s'", node->type.name);
        is_good = false;
        width_bits = 64;
    } else if (!width_is_possible(resolver, node->type.name, node->type.span, width_bits)) {
        is_good = false;
        width_bits = 64;
    }
    enumeration->width_bits = (unsigned)width_bits;
    if (!node->children.count) {
        report(resolver->diagnostics, RULE_ENUM_EMPTY, node->name_span, "enum '%s' has no enumerators", node->name);
        is_good = false;
    }
    enum_table_t table = { .count = 16 };
    while (table.count < 2 * node->children.count)
        table.count *= 2;
    table.values = ARENA_ARRAY(resolver->arena, uint32_t, table.count);
    table.names = ARENA_ARRAY(resolver->arena, uint32_t, table.count);
    enumeration->enumerators = ARENA_ARRAY(resolver->arena, schema_enumerator_t, node->children.count + 1);

    for (const ast_node_t *child = node->children.first; child; child = child->next) {
        number_t number = next;
        check_name(resolver, child);
        if (child->value && !evaluate(resolver, child->value, enumeration, &number)) {
            is_good = false;
            continue;
        }
        if (node->type.name && !number_fits(number, enumeration->width_bits, enumeration->is_signed)) {
            diagnostic_t *wrong = report(resolver->diagnostics, RULE_ENUM_VALUE,
                                         child->value ? child->value->span : child->name_span,
                                         "'%s' is %s, which does not fit in %s", child->name,
                                         number_text(resolver->arena, number), node->type.name);
            unsigned width = enumeration->width_bits;
            while (width < 64 && !number_fits(number, width, enumeration->is_signed))
                width++;
            if (number_fits(number, width, enumeration->is_signed))
                report_help(wrong, "write 'enum %s : %c%u'", node->name, enumeration->is_signed ? 'i' : 'u', width);
            else
                report_help(wrong, "write 'enum %s : i%u' for negative values", node->name, enumeration->width_bits);
            is_good = false;
        }
        is_good &= add_enumerator(resolver, enumeration, &table, child, number);
        if (enumeration->enumerator_count == 1)
            least = most = number;
        if (number_below(number, least))
            least = number;
        if (number_below(most, number))
            most = number;
        distinct += !enumeration->enumerators[enumeration->enumerator_count - 1].is_alias;
        next = (number_t){ (int64_t)((uint64_t)number.value + 1), number.is_unsigned_64 || number.value == INT64_MAX };
    }
    enumeration->least = least.value;
    enumeration->most = most.value;
    enumeration->is_dense = (uint64_t)most.value - (uint64_t)least.value == (uint64_t)distinct - 1;
    return is_good;
}

schema_enum_t *resolve_enum(resolver_t *resolver, symbol_t *symbol)
{
    if (symbol->state == SYMBOL_DONE)
        return symbol->of.enumeration;
    if (!resolver_open(resolver, symbol, RULE_CONSTANT_CYCLE))
        return NULL;
    schema_enum_t *enumeration = ARENA_NEW(resolver->arena, schema_enum_t);
    enumeration->name = name_forms(resolver->arena, symbol->name, symbol->node->doc, symbol->node->name_span);
    bool is_good = fill_enum(resolver, symbol->node, enumeration);
    symbol->of.enumeration = enumeration;
    resolver_close(resolver, symbol, is_good);
    return is_good ? enumeration : NULL;
}

/* ---- regions */

static bool optional_bounded(resolver_t *resolver, const ast_node_t *node, attribute_kind_t kind, rule_t rule,
                             uint64_t least, uint64_t most, uint64_t *value)
{
    const ast_attribute_t *attribute = ast_attribute(node, kind);
    *value = 0;
    return !attribute || evaluate_bounded(resolver, attribute->first, rule, attribute_written(kind), least, most, value);
}

static bool is_power_of_two(uint64_t value) { return value && !(value & (value - 1)); }

static bool fill_region(resolver_t *resolver, const ast_node_t *node, schema_region_t *region)
{
    uint64_t erase, program, align, transfer;
    bool is_good = true, is_partition = node->kind == AST_PARTITION;
    diagnostics_t *diagnostics = resolver->diagnostics;

    region->kind = is_partition ? REGION_FLASH : REGION_KIND_COUNT;
    for (int kind = 0; kind < REGION_KIND_COUNT && !is_partition; kind++)
        if (strcmp(region_kinds[kind].name, node->kind_name) == 0)
            region->kind = (region_kind_t)kind;
    if (region->kind == REGION_KIND_COUNT) {
        const char *candidates[REGION_KIND_COUNT];
        for (int kind = 0; kind < REGION_KIND_COUNT; kind++)
            candidates[kind] = region_kinds[kind].name;
        diagnostic_t *unknown = report(diagnostics, RULE_REGION_KIND, node->kind_span, "there is no region kind '%s'",
                                       node->kind_name);
        report_nearest(unknown, node->kind_name, candidates, REGION_KIND_COUNT);
        report_help(unknown, "the kinds are mmio, ram, userrow, eeprom, flash, mapped and bus");
        return false;
    }
    const ast_attribute_t *at = ast_attribute(node, ATTRIBUTE_AT);
    region->has_address = at != NULL;
    if (at && !evaluate_bounded(resolver, at->first, RULE_REGION_ATTRIBUTE, "the address", 0, INT64_MAX,
                                &region->address))
        is_good = false;
    if (!ast_attribute(node, ATTRIBUTE_SIZE)) {
        diagnostic_t *missing = report(diagnostics, RULE_REGION_ATTRIBUTE, node->name_span, "region '%s' has no size",
                                       node->name);
        report_help(missing, "add 'size N', in bytes: size 256, size 4K, size 2M");
        is_good = false;
    }
    is_good &= optional_bounded(resolver, node, ATTRIBUTE_SIZE, RULE_REGION_ATTRIBUTE, 1, (uint64_t)1 << 48,
                                &region->size_bytes);
    is_good &= optional_bounded(resolver, node, ATTRIBUTE_ERASE, RULE_REGION_ATTRIBUTE, 1, 1 << 30, &erase);
    is_good &= optional_bounded(resolver, node, ATTRIBUTE_PROGRAM, RULE_REGION_ATTRIBUTE, 1, 1 << 30, &program);
    is_good &= optional_bounded(resolver, node, ATTRIBUTE_ALIGN, RULE_REGION_ATTRIBUTE, 1, 1 << 30, &align);
    is_good &= optional_bounded(resolver, node, ATTRIBUTE_TRANSFER, RULE_REGION_ATTRIBUTE, 0, 1 << 16, &transfer);
    is_good &= optional_bounded(resolver, node, ATTRIBUTE_ENDURANCE, RULE_REGION_ATTRIBUTE, 1, (uint64_t)1 << 48,
                                &region->endurance_cycles);
    region->erase_bytes = (uint32_t)erase;
    region->program_bytes = (uint32_t)program;
    region->align_bytes = (uint32_t)align;
    region->transfer_cost_bytes = (uint32_t)transfer;
    region->is_retained = ast_attribute(node, ATTRIBUTE_RETAINED) != NULL;
    if (erase && region->size_bytes % erase) {
        report(diagnostics, RULE_REGION_ATTRIBUTE, ast_attribute(node, ATTRIBUTE_ERASE)->span,
               "the size of '%s' is no multiple of its erase unit", node->name);
        is_good = false;
    }
    if (align && !is_power_of_two(align)) {
        report(diagnostics, RULE_REGION_ATTRIBUTE, ast_attribute(node, ATTRIBUTE_ALIGN)->span,
               "an alignment is a power of two");
        is_good = false;
    }
    if (is_good && region->has_address && region->address > INT64_MAX - region->size_bytes) {
        report(diagnostics, RULE_REGION_ATTRIBUTE, node->name_span, "region '%s' ends behind the last address",
               node->name);
        is_good = false;
    }
    if (region->kind == REGION_MMIO && !region->has_address) {
        report(diagnostics, RULE_REGION_ATTRIBUTE, node->name_span, "an mmio region has an address: '@ 0x…'");
        is_good = false;
    }
    const ast_attribute_t *driver = ast_attribute(node, ATTRIBUTE_DRIVER);
    region->driver = driver ? driver->name : NULL;
    const ast_attribute_t *aliases = ast_attribute(node, ATTRIBUTE_ALIASES);
    if (aliases) {
        region->has_alias = true;
        is_good &= evaluate_bounded(resolver, aliases->first, RULE_REGION_ATTRIBUTE, "the offset of set", 1,
                                    UINT32_MAX, &region->alias_set);
        is_good &= evaluate_bounded(resolver, aliases->second, RULE_REGION_ATTRIBUTE, "the offset of clear", 1,
                                    UINT32_MAX, &region->alias_clear);
        is_good &= evaluate_bounded(resolver, aliases->third, RULE_REGION_ATTRIBUTE, "the offset of xor", 1,
                                    UINT32_MAX, &region->alias_xor);
        if (region->kind != REGION_MMIO) {
            report(diagnostics, RULE_REGION_ATTRIBUTE, aliases->span, "only mmio regions have alias addresses");
            is_good = false;
        }
    }
    return is_good;
}

schema_region_t *resolve_region(resolver_t *resolver, symbol_t *symbol)
{
    if (symbol->state == SYMBOL_DONE)
        return symbol->of.region;
    if (!resolver_open(resolver, symbol, RULE_CONSTANT_CYCLE))
        return NULL;
    schema_region_t *region = &resolver->regions[resolver->region_count++];
    region->name = name_forms(resolver->arena, symbol->name, symbol->node->doc, symbol->node->name_span);
    region->is_from_target = symbol->is_from_target;
    region->is_partition = symbol->node->kind == AST_PARTITION;
    bool is_good = fill_region(resolver, symbol->node, region);
    if (region->is_partition) {
        region->erase_bytes = 4096;
        region->program_bytes = 1;
        region->has_address = true;
    }
    symbol->of.region = region;
    resolver_close(resolver, symbol, is_good);
    return is_good ? region : NULL;
}

/* ---- types */

static unsigned storage_for(unsigned width_bits)
{
    return width_bits <= 8 ? 8 : width_bits <= 16 ? 16 : width_bits <= 32 ? 32 : 64;
}

/* "q8.8" and "uq0.16": false where the name is no such type. */
static bool fixed_type(resolver_t *resolver, const ast_type_t *written, schema_type_t *type, bool *is_wrong)
{
    unsigned whole = 0, fraction = 0;
    char dot = 0;
    const char *digits = *written->name == 'u' ? written->name + 2 : written->name + 1;
    if (!strchr(written->name, '.') || sscanf(digits, "%4u%c%4u", &whole, &dot, &fraction) != 3)
        return false;
    type->kind = *written->name == 'u' ? VALUE_UNSIGNED : VALUE_SIGNED;
    type->width_bits = whole + fraction;
    type->fraction_bits = fraction;
    *is_wrong = type->width_bits < 1 || type->width_bits > 64;
    if (*is_wrong)
        report(resolver->diagnostics, RULE_TYPE_WIDTH, written->span,
               "'%s' has %u bits in all: fixed-point numbers have 1 to 64", written->name, type->width_bits);
    return true;
}

static bool named_type(resolver_t *resolver, const ast_type_t *written, schema_type_t *type, symbol_t **structure)
{
    unsigned long width_bits;
    bool is_wrong = false;

    for (unsigned index = 0; index < plain_type_count; index++) {
        if (strcmp(plain_types[index].name, written->name) != 0)
            continue;
        type->kind = plain_types[index].kind;
        type->width_bits = plain_types[index].width_bits;
        return true;
    }
    if (integer_type(written->name, &type->is_signed, &width_bits)) {
        if (!width_is_possible(resolver, written->name, written->span, width_bits))
            return false;
        type->kind = type->is_signed ? VALUE_SIGNED : VALUE_UNSIGNED;
        type->width_bits = (unsigned)width_bits;
        return true;
    }
    if (fixed_type(resolver, written, type, &is_wrong)) {
        type->is_signed = type->kind == VALUE_SIGNED;
        return !is_wrong;
    }
    symbol_t *symbol = resolver_find(resolver, written->name);
    if (!symbol || !(symbol->node->kind == AST_ENUM || symbol->node->kind == AST_STRUCT)) {
        if (symbol) {
            diagnostic_t *wrong = report(resolver->diagnostics, RULE_UNKNOWN_TYPE, written->span,
                                         "'%s' is a %s, not a type", written->name, ast_kind_text(symbol->node->kind));
            report_note(wrong, symbol->node->name_span, "it is declared here");
            return false;
        }
        diagnostic_t *unknown = report(resolver->diagnostics, RULE_UNKNOWN_TYPE, written->span,
                                       "there is no type '%s'", written->name);
        static const char *const common[] = { "bool", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f32",
                                              "f64", "char", "byte" };
        enum { COMMON = sizeof common / sizeof *common };
        const char **candidates = ARENA_ARRAY(resolver->arena, const char *, resolver->symbol_count + COMMON);
        size_t count = 0;
        for (; count < COMMON; count++)
            candidates[count] = common[count];
        for (size_t index = 0; index < resolver->symbol_count; index++)
            if (resolver->symbols[index].node->kind == AST_ENUM || resolver->symbols[index].node->kind == AST_STRUCT)
                candidates[count++] = resolver->symbols[index].name;
        static const struct { const char *c, *ours; } from_c[] = {
            { "uint8_t", "u8" }, { "uint16_t", "u16" }, { "uint32_t", "u32" }, { "uint64_t", "u64" },
            { "int8_t", "i8" }, { "int16_t", "i16" }, { "int32_t", "i32" }, { "int64_t", "i64" },
            { "float", "f32" }, { "double", "f64" }, { "int", "i32" }, { "unsigned", "u32" }, { "_Bool", "bool" },
            { "bit", "bool" }, { "string", "char[N]" }, { "uint8", "u8" }, { "uint16", "u16" }, { "uint32", "u32" },
        };
        for (size_t index = 0; index < sizeof from_c / sizeof *from_c; index++) {
            if (strcmp(from_c[index].c, written->name) != 0)
                continue;
            report_help(unknown, "write '%s'", from_c[index].ours);
            return false;
        }
        report_nearest(unknown, written->name, candidates, count);
        return false;
    }
    if (symbol->node->kind == AST_STRUCT) {
        type->kind = VALUE_STRUCT;
        *structure = symbol;
        return true;
    }
    const schema_enum_t *enumeration = resolve_enum(resolver, symbol);
    if (!enumeration)
        return false;
    type->kind = VALUE_ENUM;
    type->enumeration = enumeration;
    type->width_bits = enumeration->width_bits;
    type->is_signed = enumeration->is_signed;
    return true;
}

bool resolve_type(resolver_t *resolver, const ast_type_t *written, schema_type_t *type, uint32_t *array_length,
                  symbol_t **structure)
{
    const ast_expression_t *dimension = written->dimensions;
    uint64_t length;

    *type = (schema_type_t){ .written = written->name };
    *array_length = 0;
    *structure = NULL;
    if (!named_type(resolver, written, type, structure))
        return false;
    if (written->is_up_to) {
        report(resolver->diagnostics, RULE_ARRAY_LENGTH, written->span,
               "'%s[..N]' is a record's body only: a field has a fixed length", written->name);
        return false;
    }
    if (type->kind == VALUE_TEXT || type->kind == VALUE_BYTES) {
        if (!dimension) {
            diagnostic_t *missing = report(resolver->diagnostics, RULE_ARRAY_LENGTH, written->span,
                                           "'%s' needs a length", written->name);
            report_help(missing, type->kind == VALUE_TEXT ? "write 'char[N]' for text of N bytes, 'u8' for one byte"
                                                          : "write 'byte[N]' for N raw bytes, 'u8' for one");
            return false;
        }
        if (!evaluate_bounded(resolver, dimension, RULE_ARRAY_LENGTH, "the length", 1, LONGEST_ARRAY, &length))
            return false;
        type->length_bytes = (unsigned)length;
        type->width_bits = 8 * type->length_bytes;
        type->written = arena_format(resolver->arena, "%s[%u]", written->name, type->length_bytes);
        dimension = dimension->next;
    } else if (type->kind != VALUE_STRUCT) {
        type->storage_bits = type->kind == VALUE_BOOL ? 8 : storage_for(type->width_bits);
    }
    if (!dimension)
        return true;
    if (dimension->next) {
        report(resolver->diagnostics, RULE_ARRAY_LENGTH, dimension->next->span,
               "a field has one dimension; use a group or a struct for more");
        return false;
    }
    if (!evaluate_bounded(resolver, dimension, RULE_ARRAY_LENGTH, "the length", 1, LONGEST_ARRAY, &length))
        return false;
    *array_length = (uint32_t)length;
    return true;
}
