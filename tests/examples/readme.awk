# An example's README goes in; a folder of files comes out that says what to run and what to expect: each fenced block of
# `sh` becomes FOLDER/N.sh (N from 1), and the unmarked block that follows it, if any, FOLDER/N.expected. The folder is given
# by -v folder=FOLDER and exists.

/^```/ {
    if (target != "") {
        close(target)
        target = ""
    } else if ($0 == "```sh") {
        target = folder "/" ++count ".sh"
        printf "" >target
    } else if ($0 == "```") {
        target = count ? folder "/" count ".expected" : "/dev/null"
        printf "" >target
    } else
        target = "/dev/null"
    next
}

target != "" && target != "/dev/null" { print >target }
