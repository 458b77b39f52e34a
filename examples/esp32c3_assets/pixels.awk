# Pictures as text go in: rows of `#` and `.`, eight a picture, each picture after a line `glyph CODE` where it has a code. Its
# bytes come out: the code, if any, and a byte for each column, the lowest bit on top. Use with LC_ALL=C.

function put(    column) {
    for (column = 1; column <= width; column++)
        printf "%c", bits[column] + 0
    split("", bits)
    row = 0
}

/^glyph/ { printf "%c", $2 + 0; next }

{
    width = length($0)
    for (column = 1; column <= width; column++)
        if (substr($0, column, 1) == "#")
            bits[column] += 2 ^ row
    if (++row == 8)
        put()
}
