#!/usr/bin/env bash
# Does the packaged extension, in VS Code's real extension host, show what Dateline knows of seeds/?
# Installs code-server, Node 24 and Chromium on first use (1.1 GB, 1–2 min). Variables: see ../lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"
source "$EDITORS/vscode/install.sh"

server_and_corpus "news corpus"   # a space, as folders of real people have
judged 120 node "$EDITORS/vscode/test/run.mjs"
