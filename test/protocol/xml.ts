import { createRequire } from 'node:module';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

interface Parser {
  onopentag(tag: { readonly name: string; readonly attributes: Record<string, string> }): void;
  onclosetag(): void;
  ontext(text: string): void;
  onerror(error: Error): void;
  write(text: string): Parser;
  close(): Parser;
}

// What the packaging tool reads XML with; nothing of ours depends on it.
const vsce = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce'));
const { parser } = createRequire(vsce.resolve('xml2js'))('sax') as { parser(strict: true): Parser };

/** Characters that XML 1.0 does not take, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u;

/** The root element of a document that is well-formed. Throws when it is not. */
export function parseXml(text: string): XmlElement {
  const bad = forbidden.exec(text);
  if (bad) throw new Error(`U+${bad[0].codePointAt(0)?.toString(16)} at ${bad.index}`);
  const open: XmlElement[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const strict = parser(true);
  strict.onerror = (error) => {
    throw error;
  };
  strict.onopentag = ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  strict.onclosetag = () => void open.pop();
  strict.ontext = (more) => {
    const inner = open.at(-1);
    if (inner) inner.text += more;
  };
  strict.write(text).close();
  const [root, another] = open[0]?.children ?? [];
  if (!root || another) throw new Error('There is not one root element.');
  return root;
}

export function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
