import type { LocatedNode, SequenceNode } from '../../document/node';
import type { Edit } from '../../edits/edit';
import { dashBefore } from '../../edits/items';
import { removeField } from '../../edits/remove-field';
import type { Value } from '../../edits/render';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { textOf, textsOf, wordsOf } from './values';
import type { Mistyped } from './wrong-type';

/** A text or a list where a mapping belongs. */
export function mappingFixes(mistyped: Mistyped): Fix[] {
  const { document, entry, fault } = mistyped;
  const { node, path } = fault;
  const what = String([...entry.path, ...path].findLast((step) => typeof step === 'string'));
  if (node.kind === 'sequence' && node.items.some(({ kind }) => kind === 'mapping')) {
    return fix('repair', 'Write the items as one mapping', withoutDashes(mistyped, node));
  }
  const value = node.kind === 'scalar' ? node.value : undefined;
  const made = mappingOf(what, node);
  if (made) return fix('repair', `Make it a mapping`, setValue(document, entry, path, made));
  const glued = gluedColons(mistyped);
  if (glued.length > 0) return fix('repair', 'Add a space behind the colon', glued);
  // Text that means something to its author is not dropped.
  const kind =
    what !== 'preferences' && typeof value === 'string' && value.trim() !== '' ? 'choice' : 'repair';
  const optional = /^(?:exec|auth-provider)$/.test(what);
  if (optional) return fix(kind, 'Remove the value', removeField(document, entry, path));
  return fix(kind, 'Write an empty mapping', setValue(document, entry, path, {}));
}

/** `token:a`, on each line. */
function gluedColons({ document, entry, fault: { node } }: Mistyped): Edit[] {
  if (node.kind !== 'scalar' || node.style !== 'plain') return [];
  const start = entry.base + node.start;
  const lines = document.text.slice(start, entry.base + node.end).split('\n');
  let at = start;
  const edits = lines.map((line) => {
    const key = /^\s*[A-Za-z][\w-]*:(?=[^\s/])/.exec(line)?.[0].length;
    const edit = key === undefined ? undefined : { start: at + key, end: at + key, newText: ' ' };
    at += line.length + 1;
    return edit;
  });
  const below = document.text.slice(document.text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  return below && edits.every((edit) => edit !== undefined) ? edits : [];
}

/** What a text alone means there. */
function mappingOf(what: string, node: LocatedNode): Value | undefined {
  const list = textsOf(node)?.filter(Boolean);
  const text = (list?.length === 1 ? list[0] : textOf(node))?.trim();
  if (what === 'exec' && list && list.length > 1) return execOf(list);
  if (!text || (node.kind === 'scalar' && typeof node.value !== 'string')) return undefined;
  if (what === 'exec') return execOf(wordsOf(text));
  if (what === 'auth-provider') return { name: text };
  return what === 'cluster' && /^[\w+.-]+:\/\/|^[\w.-]+:\d+$/.test(text) ? { server: text } : undefined;
}

/** A whole command line. */
function execOf([command = '', ...args]: readonly string[]): Value {
  const version = 'client.authentication.k8s.io/v1beta1';
  return { apiVersion: version, command, ...(args.length > 0 ? { args } : {}) };
}

/** `- command: x` becomes `command: x`; each item but mappings of different keys would be lost. */
function withoutDashes({ document, entry }: Mistyped, list: SequenceNode): Edit[] {
  const mappings = list.items.flatMap((item) => (item.kind === 'mapping' ? [item] : []));
  const names = mappings.flatMap(({ pairs }) => pairs.map(({ name }) => name));
  if (mappings.length < list.items.length || new Set(names).size < names.length) return [];
  const { text } = document;
  const { base } = entry;
  if (list.flow) return withoutBrackets(text, base, list, mappings.length === 1);
  return list.items.map((item) => {
    const dash = dashBefore(text, base + item.start);
    return { start: dash, end: dash + 1, newText: ' ' };
  });
}

function withoutBrackets(text: string, base: number, list: SequenceNode, single: boolean): Edit[] {
  const [item] = list.items;
  if (!single || !item) return [];
  const inner = text.slice(base + item.start, base + item.end);
  const braces = inner.startsWith('{') ? inner : `{${inner}}`;
  return [{ start: base + list.start, end: base + list.end, newText: braces }];
}
