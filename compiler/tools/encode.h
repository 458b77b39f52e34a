/* Encoding and setting: a schema and values go in, an image's bytes come out, guards filled in. */
#ifndef MEMREGC_ENCODE_H
#define MEMREGC_ENCODE_H

#include "image.h"
#include "options.h"
#include "schema.h"

/* Is this a path that asks for Intel HEX: X.hex, X.ihex, X.ihx? */
bool is_hex_path(const char *path);

/* Puts defaults, and over them the values of a JSON text (NULL: none), into an empty image, and the image as raw bytes or
 * Intel HEX into `out`. False, with messages, where a value has no place or does not fit. */
bool encode_image(arena_t *arena, messages_t *messages, const schema_t *schema, const options_t *options,
                  const char *json_path, const char *json, size_t json_bytes, text_t *out);

/* Changes the values that options->operands from the third on name ("boot.mode=heat"), with their guards and nothing
 * else, and adds the image to `out`. False, with messages, where one is not there, does not fit, or lies in a block whose
 * guard does not vouch for it. */
bool set_values(arena_t *arena, messages_t *messages, const schema_t *schema, const options_t *options, image_t *image,
                text_t *out);

#endif
