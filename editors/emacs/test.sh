#!/usr/bin/env bash
# Does a real Emacs with eglot show what Dateline knows of seeds/?
# Installs Debian's emacs-nox and elpa-eglot if they are missing. Variables: see ../lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

need emacs emacs-nox elpa-eglot
emacs -q --batch --eval "(require 'eglot)" 2>/dev/null || need no-eglot-yet elpa-eglot

server_and_corpus seeds
cd "$WORK"
HOME=$WORK/home LANG=C.UTF-8 judged 120 emacs -q --batch -l "$EDITORS/emacs/e2e.el"
