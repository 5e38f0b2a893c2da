# make demo        set up, index seeds/, answer the drone question, then the REPL on a terminal
# make test        the test suite (under 5 minutes)
# make test-all    also the longer proofs: kills, load, full evaluation sets
# make lint        ruff, mypy, the borders between the packages, hadolint
# make bench       Verbatim beside other systems; rewrites the README's table
# make bench-scale what an index costs as it grows; rewrites the README's table and the plot
# make image-check build the container image, ask it the drone question and let it answer a chat
# make screenshot  draw the README's picture of the REPL again
# make constraints pin the newest versions of everything again
# make hashes      note the files of the pinned versions, after a change of constraints.txt
# make base-image  name the image's base by the digest that it has now
# make sbom        list what the image runs on, for programs (CycloneDX), in sbom.json
#
# BENCH=FOLDER     the evaluation folder that `make bench` asks; the README says what it holds.
# SIZES="N …"      how many sentences `make bench-scale` measures at; 1000000 takes a while.
# TORCH_INDEX=URL  where pip finds a CPU build of PyTorch, on Linux where the default one is CUDA's.

PYTHON ?= python3
VENV ?= .venv
SIZES ?= 1000 10000 100000
TORCH_INDEX ?=
BENCH ?= ../shared/eval/squad2-a
QUESTION := who supplies Azerbaijan's drones

BIN := $(VENV)/bin
PIP := $(BIN)/python -P -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) --constraint constraints.txt
VERBATIM := $(BIN)/verbatim

.DEFAULT_GOAL := help
.PHONY: help demo test test-all lint bench bench-set bench-scale image-check screenshot constraints hashes \
    base-image sbom clean

help:
	@sed -n '/^$$/q; s/^# //p' $(MAKEFILE_LIST)

# A stamp for each set of packages, so that a second `make` installs nothing.
$(VENV)/.installed: pyproject.toml constraints.txt
	@.ci/venv $(PYTHON) $(VENV)
	@echo "Installing into $(VENV) (the first time takes a few minutes) …"
	@$(INSTALL) --editable '.[formats]'
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(INSTALL) --editable '.[dev]'
	@touch $@

# The systems that Verbatim is compared with stay out of its own environment: one of them needs an
# older PyStemmer than the pinned one.
$(VENV)-bench/.installed: pyproject.toml constraints.txt
	@.ci/venv $(PYTHON) $(VENV)-bench
	@grep -vi '^pystemmer=' constraints.txt > $(VENV)-bench/constraints.txt
	@$(VENV)-bench/bin/python -P -m pip --disable-pip-version-check --quiet install \
	    $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) --constraint $(VENV)-bench/constraints.txt \
	    --editable '.[bench]'
	@touch $@

demo: $(VENV)/.installed
	@$(VERBATIM) index
	@printf '\n%s\n\n' "\$$ $(VERBATIM) ask \"$(QUESTION)\""
	@$(VERBATIM) ask "$(QUESTION)"
	@if [ -t 0 ] && [ -t 1 ]; then $(VERBATIM) repl; fi
	@echo "Next, with your own files in seeds/:  $(VERBATIM) index && $(VERBATIM) repl"

# Tests start hundreds of processes: where the environment forbids to keep compiled modules, each of
# them would compile Verbatim anew.
test test-all: export PYTHONDONTWRITEBYTECODE =

test: $(VENV)/.installed-dev
	@$(BIN)/python -P -m pytest --numprocesses 3 --dist loadfile

test-all: $(VENV)/.installed-dev
	@$(BIN)/python -P -m pytest -m "slow or not slow"

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/hadolint Dockerfile

bench-set: $(VENV)/.installed
	@$(BIN)/python tests/bench/question_set.py $(BENCH)

bench: $(VENV)/.installed bench-set $(VENV)-bench/.installed
	@$(BIN)/python tests/bench/compare.py $(BENCH) --peers $(VENV)-bench/bin/python \
	    --readme README.md --json tests/bench/results.json

bench-scale: $(VENV)/.installed-dev bench-set
	@$(BIN)/python tests/bench/scale.py $(BENCH) $(SIZES) --readme README.md \
	    --plot tests/bench/scale.svg --json tests/bench/scale.json

image-check: $(VENV)/.installed-dev
	@PYTHON=$(BIN)/python TORCH_INDEX=$(TORCH_INDEX) .ci/image-check

screenshot: $(VENV)/.installed
	@$(VERBATIM) index
	@$(BIN)/python -P -m bot.terminal.screenshot "$(QUESTION)" repl.svg

constraints:
	@.ci/pin
	@TORCH_INDEX=$(TORCH_INDEX) .ci/hashes

hashes:
	@TORCH_INDEX=$(TORCH_INDEX) .ci/hashes

base-image:
	@.ci/base-image

# The tool that writes it has dependencies of its own, which are none of Verbatim's.
$(VENV)-sbom/.installed: Makefile
	@.ci/venv $(PYTHON) $(VENV)-sbom
	@$(VENV)-sbom/bin/python -P -m pip --disable-pip-version-check --quiet install cyclonedx-bom==7.5.0
	@touch $@

sbom: $(VENV)-sbom/.installed
	@PYTHONWARNINGS=ignore $(VENV)-sbom/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml \
	    --output-reproducible --output-file sbom.json

clean:
	rm -rf $(VENV) $(VENV)-bench $(VENV)-sbom .verbatim dist build sbom.json
