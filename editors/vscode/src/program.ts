// Finds the `dateline` program, or tells where it looked. Nothing here knows of VS Code, so order and words are plain to see.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

export interface Places {
  /** The setting `dateline.path`; empty when unset. */
  setting: string;
  /** Trusted workspace folders. */
  folders: string[];
  /** Environment of the editor. */
  env: NodeJS.ProcessEnv;
}

export type Search = { program: string } | { tried: string[]; cure: string };

const NAME = process.platform === 'win32' ? 'dateline.exe' : 'dateline';

/** A path the user set is the only one tried: falling back would hide a slip in it. */
export function findProgram({ setting, folders, env }: Places): Search {
  if (setting) {
    const program = expand(setting, folders);
    return runs(program)
      ? { program }
      : { tried: [program], cure: 'The setting dateline.path names no program that can be run. Correct it, or empty it to let Dateline look by itself.' };
  }
  const places = [
    ...folders.map(folder => path.join(folder, 'target', 'release')),
    ...(env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute),
    path.join(os.homedir(), '.cargo', 'bin'),
  ];
  const tried = [...new Set(places)].map(place => path.join(place, NAME));
  const program = tried.find(runs);
  return program
    ? { program }
    : { tried, cure: 'Run "cargo install --path ." in the Dateline repository, or set dateline.path to the program.' };
}

function expand(setting: string, [folder = '']: string[]): string {
  return setting.replace(/^~(?=$|[\\/])/, os.homedir()).replaceAll('${workspaceFolder}', folder);
}

function runs(program: string): boolean {
  try {
    fs.accessSync(program, fs.constants.X_OK);
    return fs.statSync(program).isFile();
  } catch {
    return false;
  }
}
