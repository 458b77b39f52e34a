# Builds build/memregc; `make help` lists what else there is.

VERSION := 0.1.0

CC := gcc
CFLAGS := -O3
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wmissing-prototypes
PREFIX := /usr/local
DESTDIR :=
RE2C := re2c
LEMON := lemon

# SAN=1 builds everything a second time, with sanitizers, beside the first.
B := build
ifeq ($(SAN),1)
B := build/asan
CFLAGS := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
WARNINGS += -Wno-format-truncation # gcc warns wrongly there
endif
ifeq ($(CI),true)
WARNINGS += -Werror
endif

PROGRAM := $B/memregc
LIBRARY := $B/libmemregc.a
TEMPLATE_COMPILER := $B/template_compiler

export MEMREGC ?= $(PROGRAM)
export MATCH ?=

# One folder a theme; a header's name is unique in all of them.
FOLDERS := $(patsubst %/,%,$(sort $(dir $(wildcard compiler/*.c compiler/*/*.c))))
FLAGS := -std=c11 -D_XOPEN_SOURCE=700 -DMEMREGC_VERSION='"$(VERSION)"' $(patsubst %,-I%,$(FOLDERS)) -Itemplates -Iruntime/include -I$B $(WARNINGS) $(CFLAGS)
COMPILE = echo "cc      $<"; $(CC) $(FLAGS) -MMD -MP -c -o $@ $<

TARGET_FILES := $(shell find runtime/targets -name '*.mr' 2>/dev/null | LC_ALL=C sort)
OBJECTS := $(patsubst compiler/%.c,$B/compiler/%.o,$(wildcard compiler/*.c compiler/*/*.c)) \
           $(patsubst templates/%.tpl,$B/templates/%.o,$(wildcard templates/*.tpl)) \
           $B/lexer.o $B/parser.o $B/targets.o \
           $(patsubst runtime/src/%.c,$B/runtime/%.o,runtime/src/storageat.c runtime/src/status.c $(wildcard runtime/src/store*.c))
LIBRARIES := -lexpat -ljansson -lmd -lm
LIBRARY_OBJECTS := $(filter-out $B/compiler/main.o,$(OBJECTS))
UNIT_TESTS := $(patsubst tests/%.c,$B/tests/%,$(wildcard tests/unit/*_test.c))

# make itself again, on all cores unless the user said how many.
BUILD = $(MAKE) --no-print-directory $(if $(filter --jobserver%,$(MAKEFLAGS)),,--jobs=$(shell nproc))

# Each tool that a recipe needs says where it comes from when it is missing.
need = command -v $(1) >/dev/null || { echo "$(1) is missing: tests/install-packages build installs it" >&2; exit 1; }

.PHONY: all demo test golden overhead bench fuzz asan install clean help packages unit_tests print-libraries print-includes FORCE
ifneq ($(V),1)   # V=1 shows the commands
.SILENT:
endif
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

all: $(PROGRAM)   ## builds build/memregc (the default)

$(PROGRAM): $B/compiler/main.o $(LIBRARY)
	echo "link    $@"
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(LIBRARY): $(LIBRARY_OBJECTS)
	rm -f $@
	ar rcs $@ $^

# The lexer and the parser

$B/lexer.c: grammar/lexer.re | $B/
	$(call need,$(RE2C))
	echo "re2c    $<"
	$(RE2C) -W --conditions -o $@ $<

$B/parser.c: grammar/parser.y | $B/
	$(call need,$(LEMON))
	echo "lemon   $<"
	$(LEMON) -c -d$B $<

$B/parser.h: $B/parser.c ;

$B/lexer.o $B/parser.o: $B/%.o: $B/%.c $B/parser.h Makefile
	$(COMPILE) -DNDEBUG -Wno-conversion -Wno-sign-conversion -Wno-unused-parameter -Wno-unused-variable \
	    -Wno-missing-prototypes -Wno-type-limits

# The compiler proper. The lexer's and others' sources include build/parser.h, hence it comes first.

$B/compiler/%.o: compiler/%.c Makefile | $B/parser.h $(patsubst %,$B/%/,$(FOLDERS))
	$(COMPILE)

# What the runtime does on the device, the tools do with its own code.

$B/runtime/%.o: runtime/src/%.c Makefile | $B/runtime/
	$(COMPILE)

# Templates: .tpl to .c with a tool that is built for that

$B/template_compiler.c: templates/compile.re | $B/
	$(call need,$(RE2C))
	echo "re2c    $<"
	$(RE2C) -W -o $@ $<

$(TEMPLATE_COMPILER): $B/template_compiler.c $B/compiler/base/arena.o $B/compiler/base/text.o
	echo "link    $@"
	$(CC) $(FLAGS) -o $@ $^

$B/templates/%.c: templates/%.tpl $(TEMPLATE_COMPILER) | $B/templates/
	echo "tpl     $<"
	$(TEMPLATE_COMPILER) $< $@

$B/templates/%.o: $B/templates/%.c Makefile | $B/parser.h
	$(COMPILE)

# Built-in targets: the list changes only where a file was added or removed

$B/targets.list: FORCE | $B/
	echo '$(TARGET_FILES)' | cmp -s - $@ || echo '$(TARGET_FILES)' >$@

$B/targets.c: compiler/targets.awk $B/targets.list $(TARGET_FILES)
	echo "awk     $@"
	LC_ALL=C awk -f compiler/targets.awk $(TARGET_FILES) >$@

$B/targets.o: $B/targets.c compiler/targets.h Makefile
	$(COMPILE) -Wno-overlength-strings

# Unit tests link what they use from the library.

$B/tests/unit/%_test: tests/unit/%_test.c $(LIBRARY) Makefile | $B/tests/unit/
	echo "cc      $<"
	$(CC) $(FLAGS) -MMD -MP -MT $@ -MF $@.d -o $@ $< $(LIBRARY) -lcmocka $(LIBRARIES)

unit_tests: $(UNIT_TESTS)

%/:
	mkdir -p $@

# What people type

demo:             ## installs what building needs, builds, shows what memregc does
	tests/install-packages build
	$(BUILD) all
	sh examples/demo

packages:         ## installs every package that the tests need (Debian)
	tests/install-packages test

test: packages    ## installs, builds, runs all tests, or those whose name has MATCH=text in it
	$(BUILD) all unit_tests
	tests/run

golden: all       ## writes the expected outputs anew: review them as a diff
	tests/golden/run --update

overhead: all     ## prints what each access costs on each instruction set, beside the best by hand
	tests/overhead/run --table

bench: all        ## measures the compiler's and the generated headers' speed
	bench/run

fuzz: all         ## fuzzes every parser for long
	tests/fuzz/run --long

asan:             ## builds build/asan/memregc with sanitizers (make test SAN=1 tests it)
	$(BUILD) all SAN=1

MANUALS := $(wildcard docs/*.1)
HEADERS := $(wildcard runtime/include/memreg/*.h)
SOURCES := $(wildcard runtime/src/*.[ch])
DRIVERS := $(wildcard runtime/targets/*/*.[ch])
DOCUMENTS := LICENSE $(wildcard README.md docs/*.md)
SHARE := $(DESTDIR)$(PREFIX)/share

install: all      ## installs the program, its manual and the runtime; DESTDIR, PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/doc/memregc
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/memregc
	install -m 644 $(DOCUMENTS) $(SHARE)/doc/memregc
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(PROGRAM) completion bash >$(SHARE)/bash-completion/completions/memregc
	$(PROGRAM) completion zsh >$(SHARE)/zsh/site-functions/_memregc
	$(PROGRAM) completion fish >$(SHARE)/fish/vendor_completions.d/memregc.fish
ifneq ($(MANUALS),)
	install -d $(SHARE)/man/man1
	install -m 644 $(MANUALS) $(SHARE)/man/man1
endif
ifneq ($(HEADERS),)
	install -d $(DESTDIR)$(PREFIX)/include/memreg
	install -m 644 $(HEADERS) $(DESTDIR)$(PREFIX)/include/memreg
endif
ifneq ($(SOURCES),)
	install -d $(SHARE)/memregc/src
	install -m 644 $(SOURCES) $(SHARE)/memregc/src
endif
ifneq ($(DRIVERS),)
	install -d $(SHARE)/memregc/drivers
	install -m 644 $(DRIVERS) $(SHARE)/memregc/drivers
endif

print-libraries:
	echo $(LIBRARIES)

print-includes:
	echo $(patsubst %,-I%,$(FOLDERS))

clean:            ## removes build/
	rm -rf build

help:             ## this list
	awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

-include $(wildcard $B/*.d $B/*/*.d $B/compiler/*/*.d $B/tests/unit/*.d)
