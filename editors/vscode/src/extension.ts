// Starts `dateline lsp` for articles and profiles, restarts it when asked, and says what to do when it cannot.

import * as vscode from 'vscode';
import { InlayHintRequest, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import { AlmanacDocuments, almanacPages } from './almanac';
import { findProgram } from './program';

/** What the tests see. */
export interface Api {
  client(): LanguageClient | undefined;
}

let client: LanguageClient | undefined;
let output: vscode.OutputChannel;
let turn: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): Api {
  output = vscode.window.createOutputChannel('Dateline');
  context.subscriptions.push(
    output,
    almanacPages(() => client),
    vscode.commands.registerCommand('dateline.restart', restart),
    vscode.commands.registerCommand('dateline.showOutput', () => output.show()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client ?? restart()),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('dateline.path')) void restart();
      if (change.affectsConfiguration('dateline.inlayHints')) refreshHints();
    }),
  );
  void restart();
  return { client: () => client };
}

export function deactivate(): Promise<void> {
  return inTurn(stop);
}

function restart(): Promise<void> {
  return inTurn(async () => {
    await stop();
    await start();
  });
}

/** One start or stop at a time: two quick restarts must not leave two servers. */
function inTurn(step: () => Promise<void>): Promise<void> {
  turn = turn.then(step, step);
  return turn;
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  // A server that crashed cannot be asked to shut down; that is no reason to refuse a new one.
  await old?.dispose().catch(problem => output.appendLine(String(problem)));
}

async function start(): Promise<void> {
  const search = findProgram({
    setting: settings().get('path', ''),
    folders: vscode.workspace.isTrusted ? folders() : [],
    env: process.env,
  });
  if (!('program' in search)) {
    output.appendLine(`No dateline program found. ${search.cure}\nLooked for:\n  ${search.tried.join('\n  ')}`);
    void complain('Dateline found no `dateline` program. ' + search.cure);
    return;
  }
  output.appendLine(`Starting ${search.program}`);
  const next = new LanguageClient('dateline', 'Dateline', { command: search.program, args: ['lsp', '--stdio'] }, options());
  next.registerFeature(new AlmanacDocuments());
  try {
    await next.start();
    client = next;
  } catch (problem) {
    output.appendLine(String(problem));
    void complain(`Dateline could not start ${search.program}. Does "dateline --version" run in a terminal?`);
  }
}

function options(): LanguageClientOptions {
  const prose = ['plaintext', 'markdown'].flatMap(language => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]);
  return {
    documentSelector: [
      ...prose,
      { scheme: 'file', language: 'toml', pattern: '**/profiles/**/*.toml' },
      { scheme: 'file', language: 'toml', pattern: '**/dateline.toml' },
    ],
    outputChannel: output,
    initializationOptions: chosen(),
    middleware: {
      workspace: {
        configuration: ({ items }, token, next) =>
          items.every(item => item.section === 'dateline')
            ? items.map(item => chosen(item.scopeUri))
            : next({ items }, token),
      },
      provideInlayHints: (document, range, token, next) =>
        settings().get('inlayHints.enabled', true) ? next(document, range, token) : [],
    },
  };
}

/** VS Code keeps the hints it has until it is told to ask again. */
function refreshHints(): void {
  const feature = client?.getFeature(InlayHintRequest.method);
  const providers = vscode.workspace.textDocuments.map(document => feature?.getProvider(document));
  for (const provider of new Set(providers)) provider?.onDidChangeInlayHints.fire();
}

async function complain(message: string): Promise<void> {
  const choice = await vscode.window.showErrorMessage(message, 'Open Settings', 'Show Output', 'Try Again');
  if (choice === 'Open Settings') await vscode.commands.executeCommand('workbench.action.openSettings', 'dateline.path');
  if (choice === 'Show Output') output.show();
  if (choice === 'Try Again') await restart();
}

/** Only what somebody has set: a default of ours must not outdo the `dateline.toml` of the corpus. */
function chosen(scope?: string): Record<string, unknown> {
  const all = vscode.workspace.getConfiguration('dateline', scope ? vscode.Uri.parse(scope) : undefined);
  const set: Record<string, unknown> = {};
  for (const key of ['almanac.use', 'checks', 'include', 'exclude', 'maxFileSize']) {
    const by = all.inspect(key);
    if ([by?.globalValue, by?.workspaceValue, by?.workspaceFolderValue].some(value => value !== undefined)) {
      set[key] = all.get(key);
    }
  }
  return set;
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('dateline');
}

function folders(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(f => f.uri.scheme === 'file').map(f => f.uri.fsPath);
}
