import type { Entry } from '../../document/entry';
import type { Kubeconfig } from '../../document/kubeconfig';
import type { LocatedNode } from '../../document/node';

export type Section = 'clusters' | 'contexts' | 'users';

/** What people call one of them. */
export const wordFor = { clusters: 'cluster', contexts: 'context', users: 'user' } as const;

/** A place that names a cluster, a context or a user. */
export interface NamePlace {
  readonly section: Section;
  readonly name: string;
  /** Whether it gives the name, or refers to it. */
  readonly role: 'definition' | 'reference';
  readonly entry: Entry;
  /** From the entry. */
  readonly path: readonly string[];
  readonly node: LocatedNode;
  /** Absolute range of the scalar with its quotes; for an alias, of what it stands for. */
  readonly start: number;
  readonly end: number;
}

/** A kubeconfig, and all that kubectl merges with it: in kubectl's order, itself among them. */
export interface Scope {
  readonly document: Kubeconfig;
  readonly files: readonly Kubeconfig[];
}

/** What each path in an entry names, by the field that holds the entry. */
export const namesIn: Readonly<Record<string, readonly { path: readonly string[]; section: Section }[]>> = {
  clusters: [{ path: ['name'], section: 'clusters' }],
  contexts: [
    { path: ['name'], section: 'contexts' },
    { path: ['context', 'cluster'], section: 'clusters' },
    { path: ['context', 'user'], section: 'users' },
  ],
  'current-context': [{ path: [], section: 'contexts' }],
  users: [{ path: ['name'], section: 'users' }],
};

/** Every name of a document that kubectl reads, in its order of decoding. */
export function* namePlaces(document: Kubeconfig): Generator<NamePlace> {
  for (const field of Object.keys(namesIn)) {
    for (const entry of entriesOf(document, field)) yield* namesOf(entry);
  }
}

/** Those of one name. */
export function placesOf(document: Kubeconfig, section: Section, name: string): NamePlace[] {
  return [...namePlaces(document)].filter((place) => place.section === section && place.name === name);
}

export function* namesOf(entry: Entry): Generator<NamePlace> {
  for (const { path, section } of namesIn[entry.section] ?? []) {
    const place = placeIn(entry, path, section);
    if (place) yield place;
  }
}

/** `undefined` for what is no text, or empty: kubectl takes neither for a name. */
function placeIn(entry: Entry, path: readonly string[], section: Section): NamePlace | undefined {
  const node = entry.at(...path);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return undefined;
  const role = path[0] === 'name' ? 'definition' : 'reference';
  const at = { start: entry.base + node.start, end: entry.base + node.end };
  return { section, name: node.value, role, entry, path, node, ...at };
}

function entriesOf(document: Kubeconfig, name: string): readonly Entry[] {
  const field = document.field(name);
  return field && field.list === name in wordFor ? field.entries : [];
}

/** The place that gives an entry its name. */
export function definitionOf(entry: Entry): NamePlace | undefined {
  return [...namesOf(entry)].find(({ role }) => role === 'definition');
}

/** The entry that kubectl uses for a name, and the file that it stands in. */
export function resolved({ document, files }: Scope, section: Section, name: string) {
  const entry = lookUp(document, section, name);
  const file = entry && files.find((each) => each.field(section)?.entries.includes(entry));
  return entry && file ? { entry, file } : undefined;
}

function lookUp(document: Kubeconfig, section: Section, name: string): Entry | undefined {
  if (section === 'clusters') return document.cluster(name);
  return section === 'users' ? document.user(name) : document.context(name);
}
