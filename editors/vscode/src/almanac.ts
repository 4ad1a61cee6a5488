// Pages of the almanac: "Go to Type Definition" opens a read-only document whose text the server knows.

import * as vscode from 'vscode';
import type { ClientCapabilities, FeatureState, StaticFeature } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';

const SCHEME = 'dateline-almanac';

/** Tells the server that this editor can show them. */
export class AlmanacDocuments implements StaticFeature {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = { ...(capabilities.experimental as object | undefined), almanacDocuments: true };
  }

  initialize(): void {}

  getState(): FeatureState {
    return { kind: 'static' };
  }

  clear(): void {}
}

/** Shows them; a page stays as it is while it is open. */
export function almanacPages(client: () => LanguageClient | undefined): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async uri =>
      (await client()?.sendRequest<string | null>('dateline/almanacDocument', { uri: uri.toString() })) ??
      'The almanac has no such page.',
  });
}
