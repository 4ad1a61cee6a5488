// VS Code without a screen: its server from code-server, its window in headless Chromium, everything in $WORK.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const { WORK, VSCODE_SERVER, DATELINE_CORPUS } = process.env;
const data = join(WORK, 'vscode');
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'chat.disableAIFeatures': true,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 100,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
};

/** Starts both halves. `payload(base)` gives what the window is told besides the folder, `base` being the server's authority. */
export async function start({ vsix, server = [], payload, deviceScaleFactor = 1 } = {}) {
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(settings));
  const env = { ...process.env, HOME: join(WORK, 'home') };
  const base = [VSCODE_SERVER, '--accept-server-license-terms', '--server-data-dir', data, '--disable-telemetry',
    '--force-disable-user-env']; // our PATH, not the one a login shell would make
  if (vsix) execFileSync(process.execPath, [...base, '--install-extension', vsix], { env, stdio: ['ignore', 'ignore', 'pipe'] });

  const port = await freePort();
  const log = openSync(join(WORK, 'vscode.log'), 'w');
  spawn(process.execPath,
    [...base, '--without-connection-token', '--disable-workspace-trust', '--host', '127.0.0.1', '--port', port, ...server],
    { env, stdio: ['ignore', log, log] });
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/version`);

  const browser = await chromium.launchPersistentContext(join(WORK, 'chromium'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor,
    env: { ...env, XDG_CONFIG_HOME: join(WORK, 'home'), XDG_CACHE_HOME: join(WORK, 'home') },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--force-color-profile=srgb'],
  });
  const page = browser.pages()[0];
  page.setDefaultTimeout(20_000);
  const told = payload ? `&payload=${encodeURIComponent(JSON.stringify(payload(`127.0.0.1:${port}`)))}` : '';
  return {
    page,
    open: () => page.goto(`${origin}/?folder=${encodeURIComponent(DATELINE_CORPUS)}${told}`),
    close: () => browser.close(),
  };
}

export const expectations = () => JSON.parse(readFileSync(process.env.DATELINE_EXPECT, 'utf8'));

async function answers(url) {
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(url).then(r => r.ok, () => false)) return;
    await sleep(100);
  }
  throw new Error('the VS Code server did not start:\n' + readFileSync(join(WORK, 'vscode.log'), 'utf8'));
}

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const port = String(probe.address().port);
      probe.close(() => resolve(port));
    });
  });
}
