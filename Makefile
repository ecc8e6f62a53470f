# All that a newcomer types. Needs Python 3.11 or newer and the package registry, nothing else.

NEW_ENOUGH = import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$python && break; done)
PORT ?= 8000
# How many processes run all the tests, each with a database of its own.
JOBS ?= 2
VAR_DIR ?= $(CURDIR)/var
export PORT

RUN = .venv/bin/python
# Development, tests and the demo never need a secret or a certificate, even on a named database.
TRIAL = TRIAL=1 VAR_DIR="$(VAR_DIR)"
# The tests have their own database server, so they disturb no newsroom that is being tried.
TEST = TRIAL=1 VAR_DIR="$(VAR_DIR)/test" PRIVATE_POSTGRES_FSYNC=0

# The packages that pyproject.toml names, without building a package of the project itself.
REQUIREMENTS = import tomllib; project = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
	print(*project["dependencies"], *project["optional-dependencies"]["dev"], sep="\n")

.PHONY: help setup demo run work test bench lint messages audit

help:
	@echo "make demo       start a filled newsroom on http://127.0.0.1:$(PORT)/  (PORT= changes it)"
	@echo "make run        the same newsroom for developing: reloads itself, shows errors in full"
	@echo "make work       the background tasks of make run, in a second terminal"
	@echo "make test       run every test; TESTS=tests.test_env runs one"
	@echo "make bench      measure speeds, as ratios within one run"
	@echo "make audit      links, axe, the Nu checker and Lighthouse on the demo site; PARTS=\"links nu\""
	@echo "make lint       style, missing migrations, the Arabic catalogue, container files"
	@echo "make messages   collect the messages to translate, and compile them"
	@echo "make setup      only install what is needed, into .venv"

.venv/.installed: pyproject.toml
	@test -x .venv/bin/python || $(or $(PYTHON),false) -c '$(NEW_ENOUGH)' 2>/dev/null || \
		{ echo "newsroom: Python 3.11 or newer is needed; found $$($(or $(PYTHON),python3) --version 2>&1)"; exit 1; }
	@test -x .venv/bin/python || { echo "Making .venv with $(PYTHON) …"; \
		$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }; }
	@echo "Installing packages into .venv (the first time takes a minute) …"
	@.venv/bin/python -c '$(REQUIREMENTS)' > .venv/requirements.txt
	@.venv/bin/python -m pip install --disable-pip-version-check --requirement .venv/requirements.txt
	@touch $@

setup: .venv/.installed

demo: setup
	@exec env $(TRIAL) $(RUN) -m newsroom.demo_server

run: setup
	@$(TRIAL) DEBUG=1 $(RUN) manage.py migrate --verbosity 0
	@echo "Background tasks are kept until a worker runs them:  make work  in a second terminal."
	@exec env $(TRIAL) DEBUG=1 $(RUN) manage.py runserver 127.0.0.1:$(PORT)

work: setup
	@exec env $(TRIAL) DEBUG=1 $(RUN) manage.py work

test: setup
	@$(TEST) $(RUN) -W error manage.py test --noinput $(or $(TESTS),--parallel $(JOBS))

bench: setup
	@$(TEST) $(RUN) manage.py test tests --pattern "bench_*.py"

# Needs node, npm, java and Chromium; what npm brings is pinned in tests/audit/package-lock.json.
audit: setup
	@$(RUN) -m tests.audit $(PARTS)

lint: setup
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/hadolint Dockerfile
	@.venv/bin/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	@$(TEST) $(RUN) manage.py makemigrations --check --dry-run
	@$(TEST) $(RUN) manage.py messages --check

messages: setup
	@$(TRIAL) $(RUN) manage.py messages $(if $(MERGE),--merge $(MERGE))
