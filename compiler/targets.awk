# Paths of target files go in, as arguments; the C table of compiler/targets.h comes out. Run it with LC_ALL=C, so that
# names sort by their bytes. Two files of one name are an error.

function name_of(path) {
    sub(/.*\//, "", path)
    sub(/\.mr$/, "", path)
    return path
}

function sort_paths(    first, place, path) {
    for (first = 2; first < ARGC; first++) {
        path = ARGV[first]
        for (place = first; place > 1 && name_of(ARGV[place - 1]) "" > name_of(path) ""; place--)
            ARGV[place] = ARGV[place - 1]
        ARGV[place] = path
    }
}

# A ? is escaped because two of them could begin a trigraph.
function quoted(chars) {
    gsub(/[\\"?]/, "\\\\&", chars)
    gsub(/\t/, "\\t", chars)
    gsub(/\r/, "\\r", chars)
    return "\"" chars "\\n\""
}

function put_chars(path, number,    line) {
    printf "\nstatic const char target_%d[] = \"\"\n", number
    while ((getline line < path) > 0)
        print "    " quoted(line)
    close(path)
    print "    ;"
}

BEGIN {
    sort_paths()
    print "#include \"targets.h\""
    for (number = 1; number < ARGC; number++) {
        if (number > 1 && name_of(ARGV[number]) == name_of(ARGV[number - 1])) {
            printf "%s: error: has the same name as %s\n", ARGV[number], ARGV[number - 1] > "/dev/stderr"
            exit 1
        }
        put_chars(ARGV[number], number)
    }
    print "\nconst built_in_target_t built_in_targets[] = {"
    for (number = 1; number < ARGC; number++)
        printf "    { \"%s\", \"%s\", target_%d, sizeof target_%d - 1 },\n", name_of(ARGV[number]), ARGV[number], number, number
    print "    { 0, 0, 0, 0 } /* C has no empty arrays */"
    print "};"
    printf "const size_t built_in_target_count = %d;\n", ARGC - 1
}
