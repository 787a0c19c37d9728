# What people do most, by name. All of it is done by ./aisle; `./aisle --help` lists what else there is.

.DEFAULT_GOAL := help
.PHONY: help setup run train shell test bench-nlu lint lock clean distclean

help:  ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup:  ## Install both environments
	@./aisle setup

run:  ## Set up, make what is stale, start the assistant: http://localhost:5005/shop
	@./aisle run

train:  ## Make what is stale under models/ without starting anything
	@./aisle train

shell:  ## Talk to the assistant in the terminal (Rasa's own shell)
	@./aisle shell

test:  ## Everything that can be tested on one machine, with a table at the end
	@./aisle test

bench-nlu:  ## Cross-validate data/nlu and try the trained model on tests/nlu: report/
	@./aisle bench nlu

lint:  ## ruff, mypy, tsc
	@./aisle lint

lock:  ## Lock the newest requirements that fit (needs uv)
	uv pip compile -q --universal --upgrade --no-annotate --custom-compile-command 'make lock' --python-version 3.11 \
		actions/requirements.in -o actions/requirements.txt
	uv pip compile -q --universal --upgrade --no-annotate --custom-compile-command 'make lock' --python-version 3.11 \
		actions/requirements-dev.in -o actions/requirements-dev.txt
	uv pip compile -q --universal --upgrade --no-annotate --custom-compile-command 'make lock' --python-version 3.10 \
		--overrides bot/overrides.txt --excludes bot/excludes.txt bot/requirements.in -o bot/requirements.txt
	uv pip compile -q --universal --upgrade --no-annotate --custom-compile-command 'make lock' --python-version 3.10 \
		bot/requirements-dev.in -o bot/requirements-dev.txt

clean:  ## Remove what can be made again: models, the built page, pictures, logs, caches; no data
	rm -rf models bot/widget/dist var/pictures var/demo.json var/logs .mypy_cache .pytest_cache .ruff_cache .rasa

distclean: clean  ## Remove the environments, the databases and the secrets too
	rm -rf .venv-bot .venv-actions .tools bot/widget/node_modules var .env
