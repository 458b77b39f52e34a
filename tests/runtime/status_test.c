/* Statuses go in; a line for each whose text is wrong comes out. */
#include "memreg/status.h"
#include <stdio.h>
#include <string.h>

static void expect(int status, const char *text)
{
    if (strcmp(mr_status_text((mr_status_t)status), text) != 0)
        printf("%d is %s\n", status, mr_status_text((mr_status_t)status));
}

int main(void)
{
    expect(0, "MR_OK");
    expect(1, "MR_FRESH");
    expect(-1, "MR_ERROR");
    expect(-12, "MR_WORN");
    expect(4, "unknown status");
    expect(-13, "unknown status");
    return 0;
}
