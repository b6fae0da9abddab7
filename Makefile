# The commands of this project. `make run` starts the program, `make test` tests it; both do the rest.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := bash

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Tests share two workers; `make test PYTEST="-n 0 -x tests/domain"` runs what you name.
PYTEST ?= -n 2 --dist loadfile

.PHONY: help install run test check histories faults bench bench-full package lock translations clean

help: ## say what there is
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

install: $(VENV)/program ## make .venv from the lock and put the program into it

run: install ## start the program; without a screen, run the guided tour
	@build/system_packages.sh qt
	@build/start.sh $(BIN)/jamsos-desktop

check: $(VENV)/test ## ruff, ruff format, mypy --strict, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(VENV)/test ## install what tests need, check, and run them all
	@build/system_packages.sh qt
	@build/system_packages.sh tests
	$(MAKE) --no-print-directory check
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(PYTEST)

histories: $(VENV)/test ## try random histories of an office and its stations: EXAMPLES=20000
	EXAMPLES=$${EXAMPLES:-20000} $(BIN)/python -m pytest -n 2 --dist loadfile -o faulthandler_timeout=0 tests/histories

faults: $(VENV)/test ## die at every step, pull the stick at every 1,000th byte, flip thousands of bits
	FAULTS=all $(BIN)/python -m pytest -n 2 -o faulthandler_timeout=0 tests/faults

bench: $(VENV)/bench ## measure the budgets against their floors, the quick ones
	@build/system_packages.sh qt
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/bench/run.py

bench-full: $(VENV)/bench ## the large ones too
	@build/system_packages.sh qt
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/bench/run.py --full

package: $(VENV)/package ## build dist/jamsos-desktop, a folder that needs no Python, and let it test itself
	@build/system_packages.sh qt
	$(BIN)/python build/package.py

lock: ## choose versions anew within pyproject.toml's bounds; UPGRADE=--upgrade takes the newest
	build/lock.sh $(UPGRADE)

translations: $(VENV)/test ## collect the texts, keep the English, compile
	$(BIN)/python build/translations.py

clean: ## remove what these commands made
	rm -rf $(VENV) .work .bench .hypothesis .ruff_cache .import_linter_cache dist

# Each stamp lies inside the environment, so that removing .venv removes it too.
$(VENV)/made: build/make_venv.sh
	@PYTHON="$(PYTHON)" build/make_venv.sh $(VENV)
	@touch $@

$(VENV)/program: requirements.lock pyproject.toml $(VENV)/made
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(VENV)/test: requirements-test.lock $(VENV)/program
	$(INSTALL) --require-hashes -r requirements-test.lock
	@touch $@

$(VENV)/bench: requirements-bench.lock $(VENV)/test
	$(INSTALL) --require-hashes -r requirements-bench.lock
	@touch $@

$(VENV)/package: requirements-package.lock $(VENV)/program
	$(INSTALL) --require-hashes -r requirements-package.lock
	@touch $@
