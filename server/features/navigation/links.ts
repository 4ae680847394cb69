import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { type LocatedNode, nodeAt } from '../../document/node';
import { pluginIn, textOf } from './exec-line';
import { commandFile, type Machine, namedFile } from './file-links';
import { inQuotes, type Span, spanOf } from './spans';
import { addressLink, linksInText } from './web-links';

/** What a part of a document leads to. */
export interface Link extends Span {
  /** The absolute path of a file that exists, or an address without credentials. */
  readonly target: { readonly file: string } | { readonly url: string };
  readonly tooltip: string;
}

type Kind = 'file' | 'web' | 'command' | 'text' | 'allowed';

/** What stands in the entries of a field, by the field. */
const linked: Readonly<Record<string, readonly (readonly [kind: Kind, ...path: string[]])[]>> = {
  clusters: [
    ['web', 'cluster', 'server'],
    ['web', 'cluster', 'proxy-url'],
    ['file', 'cluster', 'certificate-authority'],
  ],
  users: [
    ['file', 'user', 'client-certificate'],
    ['file', 'user', 'client-key'],
    ['file', 'user', 'tokenFile'],
    ['command', 'user', 'exec', 'command'],
    ['text', 'user', 'exec', 'installHint'],
  ],
  // An ExecCredential tells of the cluster, a kuberc which plugins may run.
  spec: [
    ['web', 'cluster', 'server'],
    ['web', 'cluster', 'proxy-url'],
  ],
  credentialPluginAllowlist: [
    ['allowed', 'command'],
    ['allowed', 'name'],
  ],
};

/** Files and addresses that a document names. */
export function links(document: LocatedDocument, machine: Machine): Link[] {
  const found = Object.entries(linked).flatMap(([name, places]) =>
    (document.field(name)?.entries ?? []).flatMap((entry) =>
      places.flatMap(([kind, ...path]) => linksAt(document, entry, path, kind, machine)),
    ),
  );
  return withoutRepetition(found.toSorted((a, b) => a.start - b.start));
}

function linksAt(
  document: LocatedDocument,
  entry: Entry,
  path: readonly string[],
  kind: Kind,
  machine: Machine,
): Link[] {
  const node = entry.at(...path);
  const value = textOf(node);
  if (!node || !value) return [];
  const whole = spanOf(entry, node);
  if (kind === 'text') return linksInText(document.text, whole);
  const found = node.multiline ? undefined : targetOf(kind, value, entry, machine);
  return found ? [{ ...inQuotes(document.text, whole), ...found }] : [];
}

function targetOf(
  kind: Kind,
  value: string,
  entry: Entry,
  machine: Machine,
): Omit<Link, keyof Span> | undefined {
  if (kind === 'web') {
    const url = addressLink(value);
    return url === undefined ? undefined : { target: { url }, tooltip: url };
  }
  const file = kind === 'file' ? namedFile(value, machine) : commandFile(value, machine);
  if (file !== undefined) return { target: { file }, tooltip: file };
  return kind === 'command' ? documentation(entry.at('user', 'exec')) : undefined;
}

/** Of the plugin that a bare name stands for. */
function documentation(exec: LocatedNode | undefined): Omit<Link, keyof Span> | undefined {
  const plugin = /[\\/]/.test(textOf(nodeAt(exec, 'command')) ?? '') ? undefined : pluginIn(exec)?.plugin;
  if (!plugin?.docsUrl) return undefined;
  return { target: { url: plugin.docsUrl }, tooltip: `Documentation of ${plugin.name}` };
}

/** What an alias repeats stands in one place. */
function withoutRepetition(links: readonly Link[]): Link[] {
  return links.filter((link, index) => link.start !== links[index - 1]?.start);
}
