// Runs index.cjs inside VS Code's extension host, the packaged extension loaded; passes on what it prints and its verdict.

import { join } from 'node:path';
import { start } from './vscode.mjs';

const tests = join(import.meta.dirname, 'index.cjs');
const vscode = await start({
  server: ['--enable-smoke-test-driver'], // a built VS Code takes no test payload without it
  payload: base => [
    ['extensionDevelopmentPath', `vscode-remote://${base}${process.env.DATELINE_EXTENSION}`],
    ['extensionTestsPath', `vscode-remote://${base}${tests}`],
    ['skipWelcome', 'true'],
  ],
});
const { promise: verdict, resolve } = Promise.withResolvers();
await vscode.page.exposeFunction('codeAutomationExit', resolve);
await vscode.page.exposeFunction('codeAutomationLog', (_, words) => {
  const line = words.join(' ');
  if (/^(ok |FAIL |\s|\d+ passed)/.test(line)) console.log(line);
});
await vscode.open();
const code = await verdict;
await vscode.close();
process.exit(code === 0 ? 0 : 1);
