import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import type { LocatedDocument } from '../../../server/document/located-document';
import type { LocatedNode } from '../../../server/document/node';

const conformance = path.join(import.meta.dirname, '../../conformance');

/** The kubeconfigs of the corpora that kubectl's YAML reader reads. */
export function readableKubeconfigs(): { name: string; text: string }[] {
  return ['load/cases', 'realworld'].flatMap((folder) =>
    readdirSync(path.join(conformance, folder))
      .filter((file) => /\.(?:ya?ml|json)$/.test(file))
      .map((file) => ({ name: file, text: readFileSync(path.join(conformance, folder, file), 'utf8') }))
      .filter(({ text }) => isPlainDocument(text)),
  );
}

/** Anchors, merge keys and keys that occur twice make text and value differ; they have tests of their own. */
function isPlainDocument(text: string): boolean {
  const document = new Kubeconfig(text);
  if (document.faults.length > 0 || document.rootNode || /[&*]\w|<<:/.test(text)) return false;
  return document.fields.every(({ entries }) => entries.every(({ node }) => hasDistinctKeys(node)));
}

function hasDistinctKeys(node: LocatedNode): boolean {
  if (node.kind === 'sequence') return node.items.every(hasDistinctKeys);
  if (node.kind === 'scalar') return true;
  const names = new Set(node.pairs.map(({ name }) => name));
  return names.size === node.pairs.length && node.pairs.every(({ value }) => hasDistinctKeys(value));
}

/** What a document says, as plain data. */
export function dataOf(document: LocatedDocument): Record<string, unknown> {
  const fields = document.fields.filter(({ shadowed }) => !shadowed);
  return Object.fromEntries(
    fields.map(({ name, list, entries }) => {
      const values = entries.map(({ node }) => plain(node));
      return [name, list ? values : values[0]];
    }),
  );
}

export function plain(node: LocatedNode): unknown {
  if (node.kind === 'sequence') return node.items.map(plain);
  if (node.kind === 'mapping') {
    return Object.fromEntries(node.pairs.map(({ name, value }) => [name, plain(value)]));
  }
  return typeof node.value === 'bigint' ? String(node.value) : node.value;
}

type Path = readonly (string | number)[];

/** Every path of a document with the value there, parents first. */
export function* pathsOf(value: unknown, at: Path = []): Generator<{ path: Path; value: unknown }> {
  if (at.length > 0) yield { path: at, value };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* pathsOf(item, [...at, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* pathsOf(member, [...at, key]);
  }
}

export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)?.[step], value);
}
