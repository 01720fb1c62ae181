# make run [PORT=8600] needs Python 3.11 or newer, and nothing else.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
RUN := $(VENV)/.ready
DEV := $(VENV)/.ready-dev
COMPILE := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements"

.PHONY: run test check format bench torture screenshots requirements

run: $(RUN)
	@$(if $(PORT),STREAMLIT_SERVER_PORT=$(PORT)) $(PY) -m streamlit run app.py

test: $(DEV)
	@$(PY) -m tools.chromium
	@$(PY) -m pytest -n 4 --dist loadfile --no-loadscope-reorder

check: $(DEV)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(PY) -m pytest --quiet tests/test_architecture.py tests/test_requirements.py

format: $(DEV)
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

bench: $(DEV)
	@$(PY) -m bench.storage
	@$(PY) -m bench.exports
	@$(PY) -m bench.print
	@$(PY) -m bench.letters
	@$(PY) -m bench.search
	@$(PY) -m bench.people
	@$(PY) -m bench.pages

torture: $(DEV)
	@$(PY) -m tests.storage.torture

screenshots: $(DEV)
	@$(PY) -m tools.chromium
	@$(PY) -m tools.screenshots

requirements: $(DEV)
	@$(COMPILE) requirements.in -o requirements.txt
	@$(COMPILE) requirements-dev.in -o requirements-dev.txt

$(VENV)/.made:
	@sh tools/make_venv.sh $(VENV)
	@touch $@

$(RUN): requirements.txt | $(VENV)/.made
	@echo "Installing what Ajar needs. This takes a minute, once."
	@$(PIP) -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(RUN)
	@echo "Installing what developing Ajar needs."
	@$(PIP) -r requirements-dev.txt
	@touch $@
