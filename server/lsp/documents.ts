import { URI } from 'vscode-uri';
import { Kubeconfig } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { readDocument } from '../document/read-document';
import { editorLimits, type Limits } from '../document/sizes';
import { recognize } from '../recognize';
import type { OpenText } from './open-text';
import type { Session } from './session';
import { OpenTexts } from './wire/open-texts';

interface Reading {
  readonly version: number;
  readonly mostText: number;
  readonly located: LocatedDocument | undefined;
}

/** The open texts, and what is in them, read once per version. */
export class OpenDocuments {
  readonly texts = new OpenTexts();

  constructor(private readonly session: Pick<Session, 'mostText'>) {}

  readonly #readings = new WeakMap<OpenText, Reading>();

  /** `undefined` for a text that is none of ours. */
  located(text: OpenText): LocatedDocument | undefined {
    const known = this.#readings.get(text);
    if (known?.version === text.version && known.mostText === this.session.mostText) return known.located;
    const { mostText } = this.session;
    const located = read(text, known?.located, { ...editorLimits, text: mostText });
    this.#readings.set(text, { version: text.version, mostText, located });
    return located;
  }

  /** The open text of a file, read as the kubeconfig that it is to kubectl, whatever it looks like. */
  kubeconfigAt(path: string): Kubeconfig | undefined {
    const text = this.texts.all().find((candidate) => filePath(candidate.uri) === path);
    const document = text && this.located(text);
    return document instanceof Kubeconfig ? document : text && new Kubeconfig(text.getText());
  }

  /** An open text and what is in it; `undefined` if it is not open or none of ours. */
  find(uri: string): { text: OpenText; document: LocatedDocument } | undefined {
    const text = this.texts.get(uri);
    const document = text && this.located(text);
    return document && { text, document };
  }
}

function read(
  text: OpenText,
  before: LocatedDocument | undefined,
  limits: Limits,
): LocatedDocument | undefined {
  const { content } = text;
  const kind = recognize(parse(text.uri)?.path, content);
  return kind && readDocument(kind, content, [], before, limits);
}

/** The absolute path behind a URI; `undefined` for a text that is not a file. */
export function filePath(uri: string): string | undefined {
  const parsed = parse(uri);
  return parsed?.scheme === 'file' ? parsed.fsPath : undefined;
}

function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri, true);
  } catch {
    return undefined;
  }
}
