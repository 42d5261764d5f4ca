# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#
# make            build ./isnad and its image        make demo     the main job
# make deps       install what is missing (apt)      make test     every test
# make score      quality: labels against output, SETS='samples news/held …'
# make lint       format, clang-tidy, cppcheck       make asan     sanitized build
# make install    PREFIX=/usr/local DESTDIR=         make clean
# make bench      speed beside other tools   MB=100 RUNS=5
# make growth     time by length of document, make names: a large gazetteer,
#                 make idle: rules that never start
# make update-golden  rewrite what tests expect; review the diff
#
# BUILD=build  folder of objects    SANITIZE=1  ASan and UBSan    WERROR=1

CC ?= gcc
CFLAGS ?= -O2 -g
BUILD ?= build
PREFIX ?= /usr/local
JOBS := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

# What it is built with: Debian package and pkg-config module side by side.
LIBRARIES := libxml2-dev:libxml-2.0 libicu-dev:icu-i18n libpcre2-dev:libpcre2-16 \
  libraptor2-dev:raptor2 libyajl-dev:yajl
MODULES := $(foreach l,$(LIBRARIES),$(lastword $(subst :, ,$(l)))) icu-uc
BUILD_PACKAGES := gcc libc6-dev pkg-config \
  $(foreach l,$(LIBRARIES),$(firstword $(subst :, ,$(l))))
DEMO_PACKAGES := rasqal-utils
TEST_PACKAGES := python3 python3-jsonschema raptor2-utils serdi valgrind \
  libxml2-utils default-jre-headless libapache-jena-java
LINT_PACKAGES := clang-format clang-tidy cppcheck

# Lists of words that C asks for (extract/data/lists), as arrays.
GENERATED := $(BUILD)/generated
WORD_LISTS := $(GENERATED)/extract/word_lists
SOURCES := $(sort $(wildcard extract/*.c extract/*/*.c graph/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(WORD_LISTS).o
LIBRARY := $(BUILD)/libisnad.a
UNITS := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,\
  $(sort $(wildcard tests/unit/test_*.c)))

# ./isnad is the ordinary build's; any other keeps its program to itself.
PROGRAM := $(if $(filter build,$(BUILD)),isnad,$(BUILD)/isnad)
IMAGE := $(BUILD)/knowledge.isnad
KNOWLEDGE := $(wildcard extract/data/gazetteers/* extract/data/lexicon/* \
  extract/data/words/* extract/data/rules/*)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
  -Wstrict-prototypes -Wmissing-prototypes $(if $(WERROR),-Werror)
ifdef SANITIZE
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=all \
  -fno-omit-frame-pointer
endif
PKG_CFLAGS := $(shell pkg-config --cflags $(MODULES) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(MODULES) 2>/dev/null)
COMPILE = $(CC) -std=c17 -D_POSIX_C_SOURCE=200809L -I. \
  -I$(GENERATED) $(PKG_CFLAGS) $(WARNINGS) $(SANITIZERS) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) $(SANITIZERS) $(CFLAGS) $(LDFLAGS)

.PHONY: all bench growth names idle deps demo test score units lint asan install clean update-golden \
  deps-test packages

all: $(PROGRAM) $(IMAGE)

$(PROGRAM): $(BUILD)/extract/main.o $(LIBRARY)
	@echo "link $@"
	@$(LINK) -o $@ $^ $(PKG_LIBS) -lm

$(LIBRARY): $(filter-out $(BUILD)/extract/main.o,$(OBJECTS))
	@rm -f $@
	@$(AR) rcs $@ $^

$(WORD_LISTS).h $(WORD_LISTS).c: extract/data/lists/word-lists.tsv \
  extract/base/words.awk
	@mkdir -p $(@D)
	@awk -v header=$(filter %.h,$@) -f extract/base/words.awk $< >$@.new
	@mv $@.new $@

$(BUILD)/%.o: %.c $(BUILD)/flags | packages $(WORD_LISTS).h
	@mkdir -p $(@D)
	@echo "compile $<"
	@$(COMPILE) -MMD -MP -c -o $@ $<

$(WORD_LISTS).o: $(WORD_LISTS).c $(WORD_LISTS).h $(BUILD)/flags
	@$(COMPILE) -c -o $@ $<

# Changes only when the flags do, so that all is compiled again then.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(COMPILE) $(PKG_LIBS)' | cmp -s - $@ || \
	  echo '$(COMPILE) $(PKG_LIBS)' >$@
FORCE:

$(IMAGE): $(PROGRAM) $(KNOWLEDGE)
	@echo "compile $@"
	@$(if $(filter build,$(BUILD)),./)$(PROGRAM) compile --data extract/data \
	  --output $@

units: $(UNITS)
$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY) $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "compile $<"
	@$(COMPILE) -MMD -MP -o $@ $< $(LIBRARY) $(LDFLAGS) $(PKG_LIBS) -lm

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

# Says what is missing, before the compiler does it less clearly.
packages:
	@missing=; command -v pkg-config >/dev/null || missing=pkg-config; \
	for library in $(LIBRARIES); do \
	  pkg-config --exists $${library#*:} 2>/dev/null || \
	    missing="$$missing $${library%:*}"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "missing packages: $$missing" >&2; \
	  echo "'make deps' installs them, or: apt-get install $$missing" >&2; \
	  exit 1; \
	fi

# Installs those of the packages $(1) that are not there, as root or by sudo.
define install_packages
missing=; for p in $(1); do \
  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || \
    missing="$$missing $$p"; \
done; \
if [ -n "$$missing" ]; then \
  command -v apt-get >/dev/null || \
    { echo "no apt-get here; install what these hold:$$missing" >&2; exit 1; }; \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  echo "install$$missing"; \
  log=$$(mktemp); export DEBIAN_FRONTEND=noninteractive; \
  { $$sudo apt-get update -qq && \
    $$sudo apt-get install -y -qq --no-install-recommends $$missing; } \
    >$$log 2>&1 || { cat $$log >&2; rm -f $$log; exit 1; }; \
  rm -f $$log; \
fi
endef

deps:
	@$(call install_packages,$(BUILD_PACKAGES) $(DEMO_PACKAGES))

deps-test:
	@$(call install_packages,$(BUILD_PACKAGES) $(DEMO_PACKAGES) $(TEST_PACKAGES))

DEMO := build/demo
demo: deps
	@mkdir -p $(DEMO)
	@echo "build isnad" && $(MAKE) --no-print-directory -j$(JOBS) all >$(DEMO)/log
	@echo "extract the graph of samples/"
	@./isnad run --record //doc --text body --format ntriples \
	  samples/texts samples/html samples/xml samples/ndjson \
	  | LC_ALL=C sort -u >$(DEMO)/graph.nt
	@echo && sh samples/answer.sh $(DEMO)/graph.nt
	@echo "The graph: $$(wc -l <$(DEMO)/graph.nt) statements in $(DEMO)/graph.nt"

test: deps-test
	@python3 -B tests/run.py

# By default every set that is here, and the project's own ones together.
score: all
	@python3 -B tests/score/score.py $(SETS)
SETS = samples labelled news seeds releases samples+labelled+news

MB ?= 100
RUNS ?= 5
bench: deps-test
	@$(MAKE) --no-print-directory -j$(JOBS) all >/dev/null
	@mkdir -p build/bench
	@$(COMPILE) -D_GNU_SOURCE -o build/bench/icu_words tests/bench/icu_words.c $(PKG_LIBS)
	@python3 -B tests/bench/bench.py $(MB) $(RUNS)

growth: all
	@python3 -B tests/bench/growth.py 10

names: all
	@python3 -B tests/bench/names.py 2000000 5

idle: all
	@python3 -B tests/bench/idle_rules.py

update-golden: deps-test
	@python3 -B tests/run.py --update cli bad golden

lint: $(WORD_LISTS).h
	@$(call install_packages,$(LINT_PACKAGES))
	@clang-format --dry-run --Werror $(FORMATTED)
	@cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr -I. -I$(GENERATED) \
	  --enable=warning,performance,portability $(SOURCES)
	@clang-tidy --quiet $(SOURCES) -- -std=c17 -D_POSIX_C_SOURCE=200809L -I. \
	  -I$(GENERATED) $(PKG_CFLAGS)
FORMATTED = $(SOURCES) $(wildcard extract/*.h extract/*/*.h graph/*.h \
  tests/unit/*.c tests/unit/*.h)

asan:
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=build/asan SANITIZE=1 \
	  WERROR=1 CFLAGS='-O1 -g' all units

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/isnad
	install $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/isnad
	install -m 644 $(IMAGE) $(IMAGE).rules $(DESTDIR)$(PREFIX)/share/isnad/
	cp -R extract/data/. $(DESTDIR)$(PREFIX)/share/isnad/
	cp -R schemas $(DESTDIR)$(PREFIX)/share/isnad/

clean:
	rm -rf build isnad
