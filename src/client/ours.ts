import * as vscode from 'vscode';
import { headLength, recognize } from '../../server/recognize';

/** The languages in which kubeconfigs and ExecCredentials are written. */
export const languages = ['yaml', 'json', 'jsonc'] as const;

/** Of an ExecCredential that is edited before it is sent to a plugin: no answer of one, so none of ours to judge. */
export const editedScheme = 'kubeconfig-exec-input';

const written: ReadonlySet<string> = new Set(languages);

/** Whether a document is a kubeconfig or an ExecCredential. Cheap: looks at its beginning only. */
export function isOurs(document: vscode.TextDocument): boolean {
  return kindOf(document) !== undefined;
}

export function kindOf(document: vscode.TextDocument): ReturnType<typeof recognize> {
  if (!written.has(document.languageId) || !isEditable(document.uri)) return undefined;
  return recognize(document.uri.path, headOf(document));
}

/** Not the old versions that git shows beside a file, nor the output of some program. */
function isEditable({ scheme }: vscode.Uri): boolean {
  if (scheme === editedScheme) return false;
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

function headOf(document: vscode.TextDocument): string {
  const lines: string[] = [];
  for (let line = 0, length = 0; line < document.lineCount && length <= headLength; line++) {
    const { text } = document.lineAt(line);
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join('\n');
}
