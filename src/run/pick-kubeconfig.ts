import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { readSettings } from '../client/settings';
import { documentFor, documentsInTabs } from './front-document';
import { askForKubeconfig } from './messages';
import { plainLabel } from './plain-label';

/**
 * The kubeconfig that is meant, see `documentFor`; of several the user picks one, and of those that kubectl reads if none is
 * open. `undefined`: the user has none, which he was told, or has picked none.
 */
export async function kubeconfigFor(
  selection: { readonly uri: string } | undefined,
  title: string,
): Promise<vscode.TextDocument | undefined> {
  const document = await documentFor('kubeconfig', selection);
  if (document) return document;
  const items = selection ? [] : itemsOf(documentsInTabs('kubeconfig'), listedFiles());
  if (items.length === 0) {
    await askForKubeconfig();
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Kubeconfig whose plugin to run',
    matchOnDescription: true,
  });
  return picked?.uri && opened(picked.uri);
}

interface Item extends vscode.QuickPickItem {
  /** A separator has none. */
  readonly uri?: vscode.Uri;
}

function itemsOf(open: readonly vscode.TextDocument[], listed: readonly string[]): Item[] {
  const uris = open.map(({ uri }) => uri);
  const others = listed
    .filter((file) => !uris.some(({ fsPath }) => fsPath === file))
    .map((file) => vscode.Uri.file(file));
  return [...group('Open', uris), ...group('That kubectl reads', others)];
}

function group(label: string, uris: readonly vscode.Uri[]): Item[] {
  return uris.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...uris.map(itemOf)];
}

function itemOf(uri: vscode.Uri): Item {
  const { base, dir } = path.parse(vscode.workspace.asRelativePath(uri));
  return { label: plainLabel(base), description: plainLabel(dir), uri };
}

/** Absolute paths of the files that are there, of those in the setting or in KUBECONFIG. */
function listedFiles(): string[] {
  const { kubeconfig = [] } = readSettings();
  const files = kubeconfig.length > 0 ? kubeconfig : (process.env['KUBECONFIG'] ?? '').split(path.delimiter);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const absolute = files.filter((file) => file !== '').map((file) => path.resolve(folder, file));
  return [...new Set(absolute)].filter((file) => existsSync(file));
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await documentFor('kubeconfig', { uri: uri.toString() });
  if (!document) throw new Error(`${uri.fsPath} does not look like a kubeconfig.`);
  return document;
}
