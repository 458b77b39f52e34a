/* Decoding: a schema and an image go in, names and values come out, as a table or as JSON. */
#ifndef MEMREGC_DECODE_H
#define MEMREGC_DECODE_H

#include "image.h"
#include "options.h"
#include "schema.h"
#include "shape.h"

/* Adds what the options ask for to `out`. other: the image of --diff, or NULL. Returns false where bytes are missing or a
 * guard does not vouch for them; what is wrong is in messages, and what could be read is in `out` all the same. */
bool decode_image(arena_t *arena, messages_t *messages, const schema_t *schema, const options_t *options,
                  const image_t *image, const image_t *other, text_t *out);

/* Adds the values of one shape's bytes as a JSON object; its lines are indented by 2 × depth more. */
void decode_json_value(arena_t *arena, const shape_t *shape, const uint8_t *bytes, unsigned depth, text_t *out);

#endif
