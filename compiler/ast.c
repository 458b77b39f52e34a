/* Questions about nodes of the ast, answered from its tables. */
#include "ast.h"

static const struct { const char *written; unsigned places; } attributes[ATTRIBUTE_COUNT_] = {
#define ATTRIBUTE(ID, WRITTEN, WHERE) [ATTRIBUTE_##ID] = { WRITTEN, WHERE },
    ATTRIBUTE_TABLE(ATTRIBUTE)
#undef ATTRIBUTE
};

static const struct { const char *text; unsigned place; } kinds[] = {
    [AST_LAYOUT] = { "layout", ON_LAYOUT },
    [AST_IMPORT] = { "import", 0 },
    [AST_TARGET] = { "target", 0 },
    [AST_TARGET_FILE] = { "target description", 0 },
    [AST_PREFIX] = { "prefix", 0 },
    [AST_ENDIAN] = { "endian", 0 },
    [AST_CONSTANT] = { "constant", 0 },
    [AST_ENUM] = { "enum", 0 },
    [AST_STRUCT] = { "struct", ON_STRUCT },
    [AST_REGION] = { "region", ON_REGION },
    [AST_MEMREG] = { "memreg", ON_MEMREG },
    [AST_STORE] = { "store", ON_STORE },
    [AST_POOL] = { "pool", ON_POOL },
    [AST_MAP] = { "map", ON_MAP },
    [AST_PARTITIONS] = { "partition table", ON_PARTITIONS },
    [AST_FIELD] = { "field", ON_FIELD },
    [AST_CONTAINER] = { "container", ON_CONTAINER },
    [AST_GROUP] = { "group", ON_GROUP },
    [AST_ENUMERATOR] = { "enumerator", ON_ENUMERATOR },
    [AST_RECORD] = { "record", ON_RECORD },
    [AST_MAP_ENTRY] = { "packed file", ON_MAP_ENTRY },
    [AST_PARTITION] = { "partition", ON_PARTITION },
};

const ast_attribute_t *ast_attribute(const ast_node_t *node, attribute_kind_t kind)
{
    for (const ast_attribute_t *attribute = node->attributes; attribute; attribute = attribute->next)
        if (attribute->kind == kind)
            return attribute;
    return NULL;
}

const char *attribute_written(attribute_kind_t kind) { return attributes[kind].written; }
unsigned attribute_places(attribute_kind_t kind) { return attributes[kind].places; }
const char *ast_kind_text(ast_kind_t kind) { return kinds[kind].text; }
unsigned ast_kind_place(ast_kind_t kind) { return kinds[kind].place; }
