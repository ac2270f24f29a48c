# The commands of this project. Each sets up what it needs the first time (Debian, Ubuntu), and is quick afterwards.

.DEFAULT_GOAL := help
.PHONY: fuzz help som-24 test check conformance catalogues bench faults lock clean ready-for-papers ready-for-tests

help:  ## Show this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

som-24: ready-for-papers  ## Build the SOM-24 papers into build/som-24/
	.venv/bin/neaspec-docs build som-24

test: check  ## Check the source, then run every test
	.venv/bin/pytest -n auto

check: ready-for-tests  ## Check the source: style, types, imports, rules, and what small inputs give
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo
	.venv/bin/pytest -q tests/golden tests/test_cases.py tests/test_rules.py tests/test_architecture.py

conformance: ready-for-tests  ## Put all that is made, and papers drawn by chance, before every checker
	.venv/bin/python scripts/conformance.py

FUZZ_SECONDS ?= 120

fuzz: ready-for-tests  ## Spoil real content by chance and build it, for FUZZ_SECONDS: is each built, or refused with a reason?
	.venv/bin/python scripts/fuzz.py --seconds $(FUZZ_SECONDS)

catalogues: ready-for-tests  ## Bring the catalogues of the languages up to date with the program's words
	.venv/bin/python -m scripts.make_catalogues

bench: ready-for-tests .tools/bench/ready  ## Measure how quickly the command line answers, and a build beside its peers
	.venv/bin/python scripts/bench.py
	.venv/bin/python -m scripts.bench_peers

.tools/bench/ready: requirements-bench.txt
	.venv/bin/uv venv --quiet --clear .tools/bench
	.venv/bin/uv pip install --quiet --python .tools/bench/bin/python --require-hashes -r requirements-bench.txt
	touch $@

faults: ready-for-tests  ## Kill calls that write, fill their disk, let them race; show what came of it
	.venv/bin/python scripts/faults.py

# The locks hold the hashes of every platform's files and no index address, for that is each machine's own affair.
COMPILE := .venv/bin/uv pip compile pyproject.toml --quiet --universal --generate-hashes --upgrade \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

lock: ready-for-tests  ## Lock the newest versions of all dependencies
	$(COMPILE) --group dev --output-file requirements-dev.txt
	$(COMPILE) --group build --constraints requirements-dev.txt --output-file requirements.txt
	$(COMPILE:pyproject.toml=) --group bench --constraints requirements-dev.txt --output-file requirements-bench.txt

clean:  ## Remove all that was made: build/, .venv/, .tools/ and caches
	rm -rf build .venv .tools .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests scripts -name __pycache__ -prune -exec rm -r {} +

# A build needs Pango, fonts and the locked packages; the tests need LibreOffice, Poppler and the tools besides.
ready-for-papers:
	@scripts/setup papers

ready-for-tests:
	@scripts/setup tests
