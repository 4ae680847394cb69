import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Kubeconfig } from './document/kubeconfig';
import { LocatedDocument } from './document/located-document';
import { recognize } from './recognize';

/** The located documents of the open texts, each read once per version. */
export class LocatedDocuments {
  private readonly cache = new Map<string, { version: number; located: LocatedDocument | undefined }>();

  /** `undefined` for a text that is neither a kubeconfig nor an ExecCredential. */
  of(text: TextDocument): LocatedDocument | undefined {
    const known = this.cache.get(text.uri);
    if (known?.version === text.version) return known.located;
    const located = read(filePath(text.uri), text.getText());
    this.cache.set(text.uri, { version: text.version, located });
    return located;
  }

  forget(uri: string): void {
    this.cache.delete(uri);
  }
}

function read(path: string | undefined, text: string): LocatedDocument | undefined {
  const kind = recognize(path, text);
  if (!kind) return undefined;
  return kind === 'kubeconfig' ? new Kubeconfig(text) : new LocatedDocument(kind, text);
}

/** The absolute path behind a URI; `undefined` for a text that is not a file. */
export function filePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
