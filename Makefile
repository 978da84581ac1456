# The one door: every command a person or CI runs is here.
#   make app                     set up, and open the map at http://127.0.0.1:8501 (PORT=... for another)
#   make test                    set up, and run every check and test, the real-browser ones too
# PYTHON=/path/to/python3.12 names the Python to use.

PORT ?= 8501
PY := .venv/bin/python
export PYTHON

# Where there is a desktop the page opens by itself; a server only prints its address.
DESKTOP := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname))
OPEN_PAGE := $(if $(strip $(DESKTOP)),--server.headless=false)

.PHONY: help app test lint docs figures docs-pictures screenshots bench anatomy lock clean

help: ## say what can be made
	@grep -hE '^[a-z -]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+)[^:]*:.*## /  make \1\t/' | expand -t 24

app: ## set up, and open the map (PORT=8501)
	@sh tools/set_up.sh app
	$(PY) -m streamlit run app.py --server.port=$(PORT) $(OPEN_PAGE)

test: ## set up, and run every check and test, the browser ones too
	@sh tools/set_up.sh dev
	$(PY) -m ruff check .
	CHROMIUM="$$($(PY) tools/ensure_browser.py)" && export CHROMIUM && \
	    $(PY) -m pytest -p tools.require_browser_tests -n auto --dist loadfile \
	    --no-loadscope-reorder

lint: ## check style and layers only
	@sh tools/set_up.sh dev
	$(PY) -m ruff check .
	$(PY) -m pytest tests/test_layers.py

docs: ## build the documentation in build/docs, and check it
	@sh tools/set_up.sh docs
	$(PY) -m pytest -q tests/docs --ignore=tests/docs/test_examples.py
	@rm -rf build/docs
	$(PY) -m sphinx --fail-on-warning --keep-going -q -c docs -b html -E -d build/doctrees . build/docs
	$(PY) tools/check_site.py build/docs

figures docs-pictures: ## draw the pictures in docs/ again
	@sh tools/set_up.sh app
	$(PY) tools/draw_docs_pictures.py

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
	rm -rf .venv .uv build dist .pytest_cache .ruff_cache .import_linter_cache .hypothesis .grimp_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
