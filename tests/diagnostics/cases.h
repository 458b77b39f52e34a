/* A table of test functions goes in, one line for each comes out: "ok AREA/NAME" or "not ok AREA/NAME: reason". Cases
 * whose names do not have the environment's MATCH in them are passed over. */
#ifndef TESTS_CASES_H
#define TESTS_CASES_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A case returns NULL, or why it failed; a reason that begins with "skip" skips it. */
typedef struct test_case { const char *name; const char *(*run)(void); } test_case_t;

#define QUOTE_TOKEN(token) #token
#define QUOTE(token) QUOTE_TOKEN(token)
#define EXPECT(condition) \
    do { \
        if (!(condition)) \
            return __FILE__ ":" QUOTE(__LINE__) ": " #condition; \
    } while (0)

static inline int run_cases(const char *area, const test_case_t *cases, size_t count)
{
    const char *match = getenv("MATCH");
    int failure_count = 0;
    for (size_t index = 0; index < count; ++index) {
        char name[200];
        snprintf(name, sizeof name, "%s/%s", area, cases[index].name);
        if (match != NULL && strstr(name, match) == NULL)
            continue;
        const char *reason = cases[index].run();
        if (reason == NULL)
            printf("ok %s\n", name);
        else if (strncmp(reason, "skip", 4) == 0)
            printf("skip %s: %s\n", name, reason + strlen("skip "));
        else
            printf("not ok %s: %s\n", name, reason);
        failure_count += reason != NULL && strncmp(reason, "skip", 4) != 0;
        fflush(stdout);
    }
    return failure_count > 0;
}

/* The same numbers on every machine and run. */
static inline unsigned random_below(unsigned *state, unsigned bound)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % bound;
}

#endif
