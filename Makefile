# Two commands matter: `make run` opens the app, `make test` is what CI does. Both set up .venv by themselves.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test lint types architecture unit bench proof shots clean
.DEFAULT_GOAL := test

$(READY): pyproject.toml constraints.txt .ci/prepare
	@PYTHON="$(PYTHON)" VENV="$(VENV)" bash .ci/prepare
	@touch $@

run: $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
	    $(BIN)/python -m inspector; \
	else \
	    echo "没有显示器：改为离屏走完一次示范检查，结果在 out/ （No display: running the demo into out/ instead）"; \
	    QT_QPA_PLATFORM=offscreen $(BIN)/python -m inspector demo --out out/; \
	fi

lint: $(READY)
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .

types: $(READY)
	$(BIN)/mypy --no-error-summary

architecture: $(READY)
	$(BIN)/lint-imports --no-cache >/tmp/lint-imports.$$$$ || { cat /tmp/lint-imports.$$$$; exit 1; }; rm -f /tmp/lint-imports.$$$$

unit: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -m "not proof" -n auto --dist loadfile

test: lint types architecture unit

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

proof: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -m proof -p no:randomly -s

shots: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m inspector demo --out out/

clean:
	rm -rf $(VENV) out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
