// Uses VS Code as a reader would, by keyboard, and keeps a picture of each thing in "pictures" of ../../expect.json.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expectations, start } from './vscode.mjs';

const { DATELINE_CORPUS, DATELINE_PICTURES, DATELINE_VSIX } = process.env;
const vscode = await start({ vsix: DATELINE_VSIX, deviceScaleFactor: 1.5 });
const { page } = vscode;

/** Keys that come while the workbench is busy can be lost: do the whole step again until `sign` shows. */
async function until(sign, step) {
  for (let tries = 1; ; tries++) {
    try {
      await step();
      return await sign.first().waitFor({ timeout: 3000 });
    } catch (problem) {
      if (tries === 5) throw problem;
      await page.keyboard.press('Escape');
    }
  }
}

const press = (keys, sign) => until(sign, async () => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
});

/** Types into the box that `key` opens and takes `row`. */
async function choose(key, text, row) {
  await page.keyboard.press(key);
  await input.waitFor({ timeout: 3000 });
  await input.fill(text);
  await row.first().waitFor({ timeout: 3000 });
  await page.keyboard.press('Enter');
}

const input = page.locator('.quick-input-widget:visible input');
const row = page.locator('.quick-input-widget:visible .monaco-list-row.focused');
const active = file => page.locator('.tab.active', { hasText: file.split('/').at(-1) });

const open = file => until(active(file), () =>
  choose('Control+KeyP', file, row.filter({ hasText: file.split('/').at(-1) })));

/** Opens the article and puts the caret into the word. */
async function caret({ file, near, word }) {
  await open(file);
  const text = readFileSync(join(DATELINE_CORPUS, file), 'utf8');
  const from = text.indexOf(near);
  if (from < 0) throw new Error(`no "${near}" in ${file}`);
  const before = text.slice(0, text.indexOf(word, from)).split('\n');
  const [line, column] = [before.length, before.at(-1).length + 2];
  // The status bar counts an emoji as one column: the line is sign enough.
  await until(page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line},` }), () =>
    choose('Control+KeyG', `:${line}:${column}`, page.locator('.quick-input-widget:visible', { hasText: `${line}` })));
}

const acts = {
  async hover(picture) {
    await caret(picture);
    await press('Control+KeyK Control+KeyI', page.locator('.monaco-hover:visible', { hasText: picture.shows }));
  },
  async problems(picture) {
    await open(picture.file);
    await page.locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint').first().waitFor();
    await press('Control+Shift+KeyM', page.locator('.markers-panel .monaco-list-row', { hasText: picture.shows }));
  },
  async fix(picture) {
    await caret(picture);
    await press('Control+Period', page.locator('.action-widget', { hasText: picture.shows }));
  },
  async definition(picture) {
    await caret(picture);
    await press('F12', active(picture.shows));
  },
  async references(picture) {
    await caret(picture);
    await press('Shift+F12', page.locator('.zone-widget .monaco-list-row', { hasText: picture.shows }));
  },
};

/** A picture once nothing moves any more. */
async function picture(name) {
  let last = await page.screenshot();
  for (let tries = 0; tries < 20; tries++) {
    await sleep(250);
    const next = await page.screenshot({ path: join(DATELINE_PICTURES, `${name}.png`) });
    if (next.equals(last)) return;
    last = next;
  }
}

async function tidy() {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const panel = page.locator('.markers-panel:visible');
  if (await panel.count()) {
    await page.keyboard.press('Control+KeyJ');
    await panel.waitFor({ state: 'hidden' });
  }
}

let passed = 0;
let failed = 0;
await vscode.open();
await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
for (const shot of expectations().pictures) {
  try {
    await acts[shot.do](shot);
    await picture(shot.name);
    passed++;
    console.log(`ok   ${shot.name}`);
  } catch (problem) {
    failed++;
    console.log(`FAIL ${shot.name} -- ${problem.message}`);
    await page.screenshot({ path: join(DATELINE_PICTURES, `failed-${shot.name}.png`) });
  }
  await tidy();
}
await vscode.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
