/* The yardstick goes through random calls: its blocks stay apart and its books whole, or the line that found otherwise comes
 * out. */
#include "tlsf.h"
#include <stdio.h>
#include <string.h>

enum { BYTES = 1 << 16, LIVE = 400, CALLS = 200000 };

static _Alignas(16) uint8_t memory[BYTES];
static struct { uint8_t *object; unsigned bytes; uint8_t fill; } live[LIVE];
static tlsf_t heap;

#define EXPECT(condition) do { if (!(condition)) { printf("tlsf_test.c:%d\n", __LINE__); return 1; } } while (0)

static uint32_t random_state = 1;
static unsigned random_below(unsigned bound)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return (random_state >> 8) % bound;
}

int main(void)
{
    unsigned given = 0;
    tlsf_init(&heap, memory, sizeof memory);
    EXPECT(tlsf_check(&heap) && !tlsf_alloc(&heap, 0) && !tlsf_alloc(&heap, BYTES) && !tlsf_alloc(&heap, SIZE_MAX));
    for (unsigned call = 0; call < CALLS; call++) {
        unsigned which = random_below(LIVE);
        uint8_t *object = live[which].object;
        if (object) {
            for (unsigned at = 0; at < live[which].bytes; at++)
                EXPECT(object[at] == live[which].fill);
            tlsf_free(&heap, object);
            live[which].object = NULL;
        } else {
            live[which].bytes = 1 + random_below(call % 8 ? 200 : 3000);
            live[which].fill = (uint8_t)call;
            object = live[which].object = tlsf_alloc(&heap, live[which].bytes);
            if (object) {
                EXPECT((uintptr_t)object % sizeof(size_t) == 0);
                EXPECT(object >= memory && object + live[which].bytes <= memory + BYTES);
                memset(object, live[which].fill, live[which].bytes);
                given++;
            }
        }
        EXPECT(call % 16 || tlsf_check(&heap));
    }
    for (unsigned which = 0; which < LIVE; which++)
        if (live[which].object)
            tlsf_free(&heap, live[which].object);
    EXPECT(tlsf_check(&heap) && given > CALLS / 3 && tlsf_alloc(&heap, BYTES * 15 / 16));
    return 0;
}
