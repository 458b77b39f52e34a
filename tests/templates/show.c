/* Prints what one case's template shows. */
#include <stdio.h>

#include "show.h"

int main(void)
{
    text_t text = { 0 };
    show(&text);
    fwrite(text_chars(&text), 1, text.length_bytes, stdout);
    text_free(&text);
    return 0;
}
