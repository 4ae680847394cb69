import type { ArgTemplate, Part } from './known-plugin';

/**
 * `--issuer=<issuer>` in parts. A placeholder is `<name>`, or `<name:first|second>` if there are only so many
 * values.
 */
export function partsOf(text: string): Part[] {
  return text
    .split(/(<[^<>]+>)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('<') ? placeholder(piece.slice(1, -1)) : piece));
}

function placeholder(text: string): Part {
  const [name = '', choices] = text.split(/:(.*)/s);
  return { placeholder: name, choices: choices?.split('|') ?? [] };
}

/** `token -i <cluster> [-r <role>]`, in arguments. Brackets stand around what may be left out. */
export function argsOf(usage: string): ArgTemplate[] {
  let optional = false;
  return usage.split(' ').flatMap((word) => {
    if (word === '') return [];
    optional ||= word.startsWith('[');
    const argument = { parts: partsOf(word.replace(/^\[|\]$/g, '')), optional };
    if (word.endsWith(']')) optional = false;
    return argument;
  });
}

/** Parts as text, each placeholder by `write`: `<cluster>` unless told otherwise. */
export function textOf(parts: readonly Part[], write = (name: string) => `<${name}>`): string {
  return parts.map((part) => (typeof part === 'string' ? part : write(part.placeholder))).join('');
}
