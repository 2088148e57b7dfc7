# One set of commands for people and CI. Everything they need is installed in .venv on first use.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PORT ?= 8050
export PORT
# Set PYTHON to choose the interpreter of .venv: make run PYTHON=python3.12
export PYTHON

BIN := .venv/bin
SQL := $(wildcard data queries)
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal

.PHONY: help run test test-all check check-format check-lint check-imports check-types check-sql check-packages fix lock bundle screenshots bench \
	ready ready-dev

help: ## What can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: ready ## The dashboard with sample data, on http://127.0.0.1:8050 (PORT=... for another port)
	@tools/browser_bundle.sh
	@$(BIN)/python manage.py samples
	@exec $(BIN)/gunicorn --config gunicorn.conf.py app:server

test: ready-dev ## All tests, in random order
	@$(PYTEST)

test-all: ready-dev ## The same, with every combination instead of pairs
	@$(PYTEST) -m "exhaustive or not exhaustive"

check: check-format check-lint check-imports check-types check-sql check-packages ## Format, lint, import contracts, types, SQL, weak packages

check-format: ready-dev
	@$(BIN)/ruff format --check .

check-lint: ready-dev
	@$(BIN)/ruff check .

check-imports: ready-dev
	@$(BIN)/lint-imports --no-logo

check-types: ready-dev
	@$(BIN)/mypy .

check-sql: ready-dev
	@$(BIN)/sqlfluff lint --disable-progress-bar $(SQL)

check-packages: ready-dev
	@$(BIN)/python -m tools.audit_packages

fix: ready-dev ## Mend what can be mended without thinking
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/sqlfluff fix --disable-progress-bar --quiet $(SQL) || true

screenshots: ready-dev ## Pictures of every page, size and theme in the git-ignored folder screenshots
	@$(BIN)/python -m tools.screenshots

bench: ready-dev ## How fast importing, checking and publishing are, as ratios; writes the table in bench/README.md
	@$(BIN)/python -m bench.run

lock: ready-dev ## Pin requirements.in and requirements-dev.in anew
	@tools/lock.sh

bundle: ready ## Fetch the small chart library again
	@tools/browser_bundle.sh --again

ready:
	@tools/set_up.sh requirements.txt

ready-dev:
	@tools/set_up.sh requirements-dev.txt
