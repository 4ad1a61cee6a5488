#!/usr/bin/env bash
# Drives VS Code's user interface over seeds/ and leaves pictures of it in a folder: screenshots.sh [FOLDER]
# Installs as test.sh does. What is shown is the list "pictures" in ../expect.json. Variables: see ../lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"
pictures=$(realpath -m "${1:-$EDITORS/vscode/screenshots}")
source "$EDITORS/vscode/install.sh"

server_and_corpus seeds
mkdir -p "$pictures"
DATELINE_PICTURES=$pictures judged 180 node "$EDITORS/vscode/test/pictures.mjs"
ls "$pictures"/*.png
