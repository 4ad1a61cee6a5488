// What VS Code must show over the demo corpus; the expectations are in ../../expect.json.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const vscode = require('vscode');

const expect = JSON.parse(fs.readFileSync(process.env.DATELINE_EXPECT, 'utf8'));
const ask = (command, ...rest) => vscode.commands.executeCommand(command, ...rest);

/** Polls until `attempt` returns something true; the last thing it threw or returned is what the failure shows. */
async function until(attempt, ms = 10_000) {
  for (const end = Date.now() + ms; ;) {
    let last;
    try {
      const value = await attempt();
      if (value) return value;
      last = new Error(`still ${JSON.stringify(value)} after ${ms} ms`);
    } catch (problem) {
      last = problem;
    }
    if (Date.now() > end) throw last;
    await new Promise(resume => setTimeout(resume, 20));
  }
}

async function open(file) {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, file);
  return (await vscode.window.showTextDocument(uri, { preview: false })).document;
}

/** The article of a case, and the range of its word. */
async function place({ file, near, word }) {
  const article = await open(file);
  const from = article.getText().indexOf(near);
  assert.ok(from >= 0, `no "${near}" in ${file}`);
  const at = article.getText().indexOf(word, from);
  const range = new vscode.Range(article.positionAt(at), article.positionAt(at + word.length));
  return { article, range, at: range.start };
}

const code = item => item.code?.value ?? item.code;
const of = article => vscode.languages.getDiagnostics(article.uri);
const found = (article, wanted) =>
  of(article).filter(item => code(item) === wanted.code && article.getText(item.range) === wanted.text);
const listed = article => JSON.stringify(of(article).map(item => [code(item), article.getText(item.range)]));
const has = (text, part) => assert.ok(text.includes(part), `no "${part}" in: ${text}`);

/** The names in a tree of symbols. */
const named = symbols => (symbols ?? []).flatMap(symbol => [symbol.name, ...named(symbol.children)]);

async function replace(article, range, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(article.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('Dateline in VS Code', () => {
  let api;

  before(async () => {
    await open(expect.open);
    api = await vscode.extensions.getExtension('dateline.dateline').activate();
  });

  it('attaches to an article, utf-16 agreed', async () => {
    const client = await until(() => api.client());
    assert.ok(client.isRunning());
    assert.equal(client.initializeResult.capabilities.positionEncoding ?? 'utf-16', 'utf-16');
  });

  for (const wanted of expect.diagnostics) {
    it(`diagnostic: ${wanted.it}`, async () => {
      const article = await open(wanted.file);
      const items = await until(() => {
        const items = found(article, wanted);
        assert.equal(items.length, 1, listed(article));
        return items;
      });
      has(items[0].message, wanted.message);
      if (wanted.related) has(items[0].relatedInformation?.[0]?.location.uri.path ?? '', wanted.related);
    });
  }

  for (const wanted of expect.hovers) {
    it(`hover: ${wanted.it}`, async () => {
      const { article, at } = await place(wanted);
      await until(async () => {
        const hovers = await ask('vscode.executeHoverProvider', article.uri, at);
        const text = hovers.flatMap(hover => hover.contents).map(part => part.value ?? part).join('\n');
        has(text.split('\n').filter(line => line.trim()).slice(0, 3).join('\n'), wanted.top);
        if (wanted.says) has(text, wanted.says);
        return true;
      });
    });
  }

  for (const wanted of expect.definitions) {
    it(`definition: ${wanted.it}`, async () => {
      const { article, at } = await place(wanted);
      await until(async () => {
        const [target] = await ask('vscode.executeDefinitionProvider', article.uri, at);
        assert.ok(target, 'no answer');
        const uri = target.targetUri ?? target.uri;
        has(uri.path, wanted.lands_in);
        const there = await vscode.workspace.openTextDocument(uri);
        has(there.lineAt((target.targetSelectionRange ?? target.range).start.line).text, wanted.on);
        return true;
      });
    });
  }

  for (const wanted of expect.type_definitions) {
    it(`type definition: ${wanted.it}`, async () => {
      const { article, at } = await place(wanted);
      await until(async () => {
        const [target] = await ask('vscode.executeTypeDefinitionProvider', article.uri, at);
        assert.ok(target, 'no answer');
        const uri = target.targetUri ?? target.uri;
        assert.equal(uri.scheme, 'dateline-almanac');
        has(uri.path, wanted.lands_in);
        has((await vscode.workspace.openTextDocument(uri)).getText(), wanted.says);
        return true;
      });
    });
  }

  for (const wanted of expect.references) {
    it(`references: ${wanted.it}`, async () => {
      const { article, at } = await place(wanted);
      await until(async () => {
        const places = await ask('vscode.executeReferenceProvider', article.uri, at);
        const files = new Set(places.map(place => place.uri.path));
        assert.ok(places.length >= wanted.places && files.size >= wanted.files, `${places.length} places in ${files.size} files`);
        return true;
      });
    });
  }

  it('document symbols', async () => {
    const article = await open(expect.document_symbols.file);
    await until(async () => {
      const names = named(await ask('vscode.executeDocumentSymbolProvider', article.uri)).join(', ');
      for (const name of expect.document_symbols.names) has(names, name);
      return true;
    });
  });

  it('workspace symbols', async () => {
    await until(async () => {
      const symbols = await ask('vscode.executeWorkspaceSymbolProvider', expect.workspace_symbol.query);
      has(symbols.map(symbol => symbol.name).join(', '), expect.workspace_symbol.name);
      return true;
    });
  });

  const hintsAt = async wanted => {
    const { article, at } = await place(wanted);
    const hints = await ask('vscode.executeInlayHintProvider', article.uri, article.lineAt(at.line).range);
    return hints.map(hint => (typeof hint.label === 'string' ? hint.label : hint.label.map(part => part.value).join('')));
  };

  for (const wanted of expect.inlay_hints) {
    it(`inlay hint: ${wanted.it}`, () => until(async () => {
      has((await hintsAt(wanted)).join(', '), wanted.label);
      return true;
    }));
  }

  it('no inlay hints once the setting is off', async () => {
    const setting = vscode.workspace.getConfiguration('dateline');
    await setting.update('inlayHints.enabled', false, vscode.ConfigurationTarget.Global);
    await until(async () => (await hintsAt(expect.inlay_hints[0])).length === 0);
    await setting.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    await until(async () => (await hintsAt(expect.inlay_hints[0])).length > 0);
  });

  for (const wanted of expect.tokens) {
    it(`semantic token: ${wanted.it}`, async () => {
      const { article, at } = await place(wanted);
      await until(async () => {
        const legend = await ask('vscode.provideDocumentSemanticTokensLegend', article.uri);
        const { data } = await ask('vscode.provideDocumentSemanticTokens', article.uri);
        let line = 0;
        let column = 0;
        for (let i = 0; i < data.length; i += 5) {
          column = data[i] ? data[i + 1] : column + data[i + 1];
          line += data[i];
          if (line === at.line && column <= at.character && at.character < column + data[i + 2]) {
            assert.equal(legend.tokenTypes[data[i + 3]], wanted.type);
            return true;
          }
        }
        throw new Error('no token there');
      });
    });
  }

  it('quick fix mends the text and its diagnostic goes', async () => {
    const wanted = expect.fix;
    const article = await open(wanted.file);
    const [item] = await until(() => found(article, wanted).length && found(article, wanted));
    const actions = await ask('vscode.executeCodeActionProvider', article.uri, item.range, 'quickfix', 5);
    const action = actions.find(action => action.title.includes(wanted.title));
    assert.ok(action, actions.map(action => action.title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    has(article.lineAt(item.range.start.line).text, wanted.after);
    await until(() => found(article, wanted).length === 0);
  });

  it('a fault typed into the buffer is seen, and goes when taken back', async () => {
    const wanted = expect.edit;
    const { article, range } = await place(wanted);
    await replace(article, range, wanted.typed);
    await until(() => { assert.equal(found(article, wanted).length, 1, listed(article)); return true; });
    await replace(article, new vscode.Range(range.start, range.start.translate(0, wanted.typed.length)), wanted.word);
    await until(() => found(article, wanted).length === 0);
  });

  it('hears of a file written behind its back', async () => {
    const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
    const known = async () => (await ask('vscode.executeWorkspaceSymbolProvider', 'Abernathy')).length > 0;
    assert.equal(await known(), false);
    fs.writeFileSync(`${folder}/latecomer.txt`, 'GENEVA, May 4, 2021 – Foreign Minister Quentin Abernathy arrived here on Tuesday.\n');
    await until(known);
    fs.rmSync(`${folder}/latecomer.txt`);
    await until(async () => !(await known()));
  });

  it('restarts by command, and then answers again', async () => {
    const before = api.client();
    await ask('dateline.restart');
    assert.notEqual(api.client(), before);
    const { article, at } = await place(expect.hovers[0]);
    await until(async () => (await ask('vscode.executeHoverProvider', article.uri, at)).length > 0);
  });

  it('says what to do when the program is not there, and recovers', async () => {
    const setting = vscode.workspace.getConfiguration('dateline');
    await setting.update('path', '/nowhere/dateline', vscode.ConfigurationTarget.Global);
    await until(() => !api.client());
    await setting.update('path', undefined, vscode.ConfigurationTarget.Global);
    await until(() => api.client()?.isRunning());
  });
});
