import type { NamedEntry } from '../../document/entry';
import type { Kubeconfig } from '../../document/kubeconfig';
import type { Field } from '../../document/located-document';
import { nameSpan } from './definition';
import { commandLineOf, pluginIn, shownCommand, textOf } from './exec-line';
import { type Section, wordFor } from './names';
import { address, label } from './plain-text';
import { spanOf } from './spans';
import type { DocumentSymbol } from './symbols';

const details: Readonly<Record<Section, (entry: NamedEntry, document: Kubeconfig) => string>> = {
  contexts: contextDetail,
  clusters: (entry) => address(textOf(entry.at('cluster', 'server')) ?? ''),
  users: userDetail,
};

/** The current context, and the lists with what is in them, in the order of the text. */
export function kubeconfigSymbols(document: Kubeconfig): DocumentSymbol[] {
  return document.fields.flatMap((field) => {
    if (field.shadowed) return [];
    if (field.name === 'current-context') return currentContext(document, field);
    return field.name in wordFor && field.list ? [listSymbol(document, field)] : [];
  });
}

function currentContext(document: Kubeconfig, field: Field): DocumentSymbol[] {
  const detail = label(document.ownCurrentContext);
  return detail === ''
    ? []
    : [{ ...fieldSpans(document.text, field), name: field.name, kind: 'value', detail, children: [] }];
}

function listSymbol(document: Kubeconfig, field: Field): DocumentSymbol {
  const section = field.name as Section;
  const spans = fieldSpans(document.text, field);
  const children = (field.entries as readonly NamedEntry[])
    // Those of an alias stand elsewhere.
    .filter((entry) => spanOf(entry).start >= field.keyEnd && spanOf(entry).end <= spans.range.end)
    .map((entry) => entrySymbol(document, section, entry));
  return { ...spans, name: section, kind: 'list', detail: '', children };
}

export function entrySymbol(document: Kubeconfig, section: Section, entry: NamedEntry): DocumentSymbol {
  return {
    name: label(entry.name) || `(${wordFor[section]} without a name)`,
    kind: wordFor[section],
    detail: details[section](entry, document),
    range: spanOf(entry),
    selection: nameSpan(entry),
    children: [],
  };
}

function contextDetail(entry: NamedEntry, document: Kubeconfig): string {
  const current = entry.name !== '' && document.currentContext === entry.name ? 'current' : '';
  const parts = ['cluster', 'user', 'namespace'].map((key) => textOf(entry.at('context', key)));
  return [current, ...parts.map((part) => label(part ?? ''))].filter(Boolean).join(' · ');
}

/** The name of the plugin, else its command; the arguments may be secrets. */
function userDetail(entry: NamedEntry): string {
  const exec = entry.at('user', 'exec');
  const plugin = pluginIn(exec)?.plugin.name;
  return plugin ?? label(shownCommand(commandLineOf(exec)?.command ?? ''));
}

/** Of a top-level field with its value, without the line breaks that it may end with. */
export function fieldSpans(text: string, { keyStart, keyEnd, valueEnd }: Field) {
  const end = keyStart + text.slice(keyStart, Math.max(keyEnd, valueEnd)).trimEnd().length;
  return {
    range: { start: keyStart, end: Math.max(keyEnd, end) },
    selection: { start: keyStart, end: keyEnd },
  };
}
