/* One layout with fields of every kind, for targets that give it bytes or values. */
#ifndef FUZZ_THINGS_H
#define FUZZ_THINGS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "decode.h"
#include "encode.h"

static const char things_text[] =
    "layout things version 2; region sram = ram @ 0x20000000 size 4K retained;\n"
    "enum Mode : u3 { off, heat, cool, fault = 7 } enum Level : i8 { low = -128, high = 127 }\n"
    "struct Reading { at: u32 be; celsius: i16 unit \"0.01 degC\" = 2150; humidity: u8; }\n"
    "memreg Boot in sram guard crc8 mirror { first: bool; mode: Mode = heat; level: Level; owner: char[5] = \"acme\"; }\n"
    "memreg Keep[2] in sram { f: f32; d: f64; q: q8.8; w: uq32.32; r: Reading[2]; bits: u3[5]; i: i13; u: u64;\n"
    "    kelvin: u16 unit \"K\" scale 0.01 bias 273.15; chan[2] { gain: u16 be; raw: byte[2]; c: u16 be { a: u3; b: i9; } } }\n";

static const char *const things_operands[] = { "things.mr", "image", "boot.mode=cool", "keep[1].r[1].celsius=1.5 degC",
                                               "keep[0].chan[1].c.b=-3", "keep[0].q=1e2" };

static void require(bool condition, const char *why)
{
    if (condition)
        return;
    fprintf(stderr, "ERROR: %s\n", why);
    abort();
}

/* Compiled once; lives as long as the program. */
static const schema_t *things(void)
{
    static compile_t compile;
    static schema_t *schema;
    static const diagnostic_options_t quiet = { .no_warnings = true };
    if (!schema) {
        compile_start(&compile, &quiet);
        schema = compile_text(&compile, "things.mr", things_text, strlen(things_text));
        require(schema != NULL, "the layout is refused");
    }
    return schema;
}

/* A copy on the heap, so that the sanitizer sees each byte that is read too far. */
static char *copy_bytes(const void *bytes, size_t count)
{
    char *copy = malloc(count + 1);
    require(copy != NULL, "no memory");
    if (count)
        memcpy(copy, bytes, count);
    return copy;
}

#endif
