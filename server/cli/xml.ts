import { printable } from '../printable';

/** U+FFFE and U+FFFF, the only ones that XML does not take besides those that `printable` shows. */
const noCharacters = /[\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Else a line break in an attribute is read as a space.
  '\n': '&#10;',
};

/** Text of several lines; a control character in it is shown as words. */
export function xmlText(text: string): string {
  return plain(text).replace(/[&<>]/g, (character) => entities[character] ?? '');
}

/** `children`: XML. What is `undefined` among the attributes is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly string[]
): string {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attribute(String(value))}"`],
  );
  const start = `<${name}${list.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

function attribute(text: string): string {
  return plain(text).replace(/[&<>"'\n]/g, (character) => entities[character] ?? '');
}

function plain(text: string): string {
  const lines = text.split(/\r?\n/).map(printable);
  return lines.join('\n').replace(noCharacters, '\ufffd');
}
