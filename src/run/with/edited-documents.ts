import path from 'node:path';
import * as vscode from 'vscode';
import { editedScheme } from '../../client/ours';
import type { Choices, Facts } from './choices';
import { EditedFiles } from './edited-files';
import { jsonFault } from './json-fault';

/** What an ExecCredential that is being edited is for. */
export interface Edited {
  readonly facts: Facts;
  readonly choices: Choices;
}

/** The ExecCredentials that the user has opened to edit them before they are sent. They are never on a disk. */
export class EditedDocuments implements vscode.Disposable {
  readonly #files = new EditedFiles();
  readonly #edited = new Map<string, Edited>();
  readonly #parts: vscode.Disposable;

  constructor() {
    this.#parts = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(editedScheme, this.#files, { isCaseSensitive: true }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
    void closeTabs(isLeftOver);
  }

  of(uri: vscode.Uri): Edited | undefined {
    return this.#edited.get(uri.path);
  }

  /** Shows a text to edit. There is one document for each user of a kubeconfig. */
  async open(edited: Edited, text: string): Promise<void> {
    const uri = this.#uriFor(edited.facts);
    this.#edited.set(uri.path, edited);
    const open = vscode.workspace.textDocuments.find(
      (each) => each.uri.path === uri.path && isEdited(each.uri),
    );
    if (!open) this.#files.writeFile(uri, Buffer.from(text));
    const document = open ?? (await vscode.workspace.openTextDocument(uri));
    if (document.getText() !== text) await replaceText(document, text);
    await vscode.window.showTextDocument(document, { preview: false });
  }

  /** The text, if it is JSON; else the place where it is not is shown. */
  async textOf(document: vscode.TextDocument): Promise<string | undefined> {
    const text = document.getText();
    const fault = jsonFault(text);
    if (fault === undefined) {
      // It is in memory only; an editor that is closed without changes asks nothing.
      await document.save();
      return text;
    }
    await showFault(document, document.positionAt(fault));
    return undefined;
  }

  /** Closes it without a question. */
  async discard(uri: vscode.Uri): Promise<void> {
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    await document?.save();
    await closeTabs((tab) => tab.toString() === uri.toString());
  }

  /** In a folder with the name of the kubeconfig; a number tells those of the same name apart. */
  #uriFor({ uri, user }: Facts): vscode.Uri {
    const name = user.replace(/[^\p{L}\p{N}@._ -]/gu, '-') || 'a user without a name';
    const folder = path.posix.basename(vscode.Uri.parse(uri).path);
    for (let number = 1; ; number++) {
      const parts = ['', number === 1 ? folder : `${folder} (${number})`, `ExecCredential for ${name}.json`];
      const found = vscode.Uri.from({ scheme: editedScheme, path: parts.join('/') });
      const { facts } = this.#edited.get(found.path) ?? {};
      if (!facts || (facts.uri === uri && facts.user === user)) return found;
    }
  }

  #forget(uri: vscode.Uri): void {
    if (!isEdited(uri)) return;
    this.#edited.delete(uri.path);
    this.#files.delete(uri);
  }

  dispose(): void {
    this.#parts.dispose();
  }
}

function isEdited({ scheme }: vscode.Uri): boolean {
  return scheme === editedScheme;
}

/** VS Code's own check of JSON underlines it, unless it is off. */
async function showFault(document: vscode.TextDocument, at: vscode.Position): Promise<void> {
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  const place = `line ${at.line + 1}, column ${at.character + 1}`;
  await vscode.window.showErrorMessage(`The ExecCredential is not JSON from ${place} on. Correct it there.`);
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** An editor of an earlier window, whose text is gone. */
function isLeftOver(uri: vscode.Uri): boolean {
  return (
    isEdited(uri) && !vscode.workspace.textDocuments.some((each) => each.uri.toString() === uri.toString())
  );
}

async function closeTabs(fits: (uri: vscode.Uri) => boolean): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const found = tabs.filter(({ input }) => input instanceof vscode.TabInputText && fits(input.uri));
  if (found.length > 0) await vscode.window.tabGroups.close(found);
}
