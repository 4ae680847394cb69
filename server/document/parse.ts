import { isMap, type ParsedNode } from 'yaml';
import { excessiveAliasing } from './aliasing';
import { compose } from './compose';
import { controlCharacter } from './control-characters';
import type { LoadFault } from './fault';
import { readGoYaml } from './go-yaml';
import { mendedJson } from './mended-json';
import type { LocatedNode } from './node';
import { type JsonReading, readJson } from './parts/read-json';
import { type PartsReading, readParts } from './parts/read-parts';
import { type Limits, unlimited } from './sizes';
import { syntaxFault } from './syntax-faults';
import type { Text } from './text';
import { piecesOf, type TopLevel, type TopLevelField, topLevelField } from './top-level';
import { isMergeKey, TreeBuilder } from './tree';

export interface ParsedText {
  /** Offsets are absolute. `null`: there is no document, only blanks and comments. */
  readonly root: LocatedNode | null;
  /** In the order of the text; kubectl reports the first. */
  readonly faults: readonly LoadFault[];
}

/** Reads a whole text as one tree. */
export function parseText(text: string): ParsedText {
  const { contents, faults: early } = read(text, unlimited);
  const builder = new TreeBuilder(text);
  const root = contents ? builder.build(contents, 0, 0) : null;
  const faults = [...early, ...builder.faults];
  const endless = endlessFault(builder, root ? [root] : []);
  return endless ? { root: null, faults: [...faults, endless] } : { root, faults };
}

export interface ParsedTopLevel {
  readonly topLevel: TopLevel;
  /** In the order of the text; kubectl reports the first. */
  readonly faults: readonly LoadFault[];
  /** What the next reading can take over: of this text, or of an earlier one that could be read part by part. */
  readonly parts?: PartsReading | undefined;
  /** The same of a JSON text. */
  readonly json?: JsonReading | undefined;
  /** It was too large to be read: nothing of it is here. */
  readonly unread?: true;
}

/**
 * Reads a text as independent pieces, each with positions of its own; takes over what has not changed.
 */
export function parseTopLevel(source: Text, before?: ParsedTopLevel, limits = unlimited): ParsedTopLevel {
  if (source.length > limits.text) return unread;
  // No text is both, so what it was is tried first.
  const still = before?.json && readJson(source, before.json);
  if (still) return ofJson(still);
  const parts = readParts(source, before?.parts, limits);
  if (parts === 'too-large') return { ...unread, parts: before?.parts };
  if (parts) return { topLevel: parts.topLevel, faults: parts.faults, parts };
  const json = before?.json ? undefined : readJson(source);
  if (json) return ofJson(json);
  const { parts: earlier, json: earlierJson } = before ?? {};
  const text = source.toString();
  if (text.length > limits.unusual) return { ...unread, parts: earlier, json: earlierJson };
  return { ...parseWhole(text, limits), parts: earlier, json: earlierJson };
}

function ofJson(json: JsonReading): ParsedTopLevel {
  return { topLevel: { kind: 'fields', fields: json.fields }, faults: [], json };
}

const unread: ParsedTopLevel = { topLevel: { kind: 'empty' }, faults: [], unread: true };

/** The same where every piece has to be looked at with the others. */
export function parseWhole(text: string, limits = unlimited): ParsedTopLevel {
  const { contents, faults: early } = read(text, limits);
  const builder = new TreeBuilder(text);
  const topLevel = topLevelOf(contents, builder, text);
  const faults = [...early, ...builder.faults];
  const endless = endlessFault(builder, rootsOf(topLevel));
  return endless ? { topLevel: { kind: 'empty' }, faults: [...faults, endless] } : { topLevel, faults };
}

/** What go-yaml's reader and parser say, and the tree of what they read: later documents are not looked at. */
function read(text: string, limits: Limits): { contents: ParsedNode | null; faults: LoadFault[] } {
  const found = readGoYaml(text);
  const control = controlCharacter(text);
  const early = control && readsTogether(text, found.readTo, control.start) ? [control] : [];
  if (!('problem' in found)) return { contents: compose(text.slice(0, found.end)), faults: early };
  const late = control && early.length === 0 ? [control] : [];
  const contents = text.length > limits.broken ? null : compose(mendedJson(text));
  return { contents, faults: [...early, syntaxFault(text, found), ...late] };
}

/** go-yaml's reader decodes so many bytes at a time, and looks at all of them before its scanner sees the first. */
const chunk = 512;
/** Characters that its scanner looks ahead. */
const ahead = 4;

/** Whether the reader has come to an offset when the scanner has come to another. */
function readsTogether(text: string, scanned: number, offset: number): boolean {
  const chunkOf = (end: number) => Math.floor(Buffer.byteLength(text.slice(0, end)) / chunk);
  return chunkOf(offset) <= chunkOf(Math.min(scanned + ahead, text.length));
}

/** What looks like an anchor. Only with anchors can one node stand in two places. */
const anchorLike = /(?:^|[\s,[{:])&/;

function topLevelOf(contents: ParsedNode | null, builder: TreeBuilder, text: string): TopLevel {
  if (!contents) return { kind: 'empty' };
  // An alias shows its anchor's node in two entries, so their positions have to count from one place.
  const shared = anchorLike.test(text);
  if (!isMap(contents) || contents.anchor || contents.items.some((item) => isMergeKey(item.key))) {
    const node = builder.build(contents, 0, 0);
    if (node.kind === 'mapping') return { kind: 'fields', fields: fieldsOf(node) };
    return node.kind === 'scalar' && node.value === null ? { kind: 'empty' } : { kind: 'other', node };
  }
  return {
    kind: 'fields',
    fields: contents.items.flatMap((item) => topLevelField(item, builder, shared)),
  };
}

/** For a root that can't be cut, such as one behind an anchor: positions count from the text's start. */
function fieldsOf(root: Extract<LocatedNode, { kind: 'mapping' }>): TopLevelField[] {
  return root.pairs.map(({ name, key, value }) => ({
    name,
    keyStart: key.start,
    keyEnd: key.end,
    valueStart: value.start,
    valueEnd: value.end,
    ...piecesOf(value, 0),
  }));
}

function rootsOf(topLevel: TopLevel): readonly LocatedNode[] {
  if (topLevel.kind === 'fields') return topLevel.fields.flatMap(({ pieces }) => pieces.nodes);
  return topLevel.kind === 'other' ? [topLevel.node] : [];
}

/** Nobody may walk through such a tree: it is small, but has no end in sight. */
function endlessFault(builder: TreeBuilder, roots: readonly LocatedNode[]): LoadFault | undefined {
  const { firstAlias } = builder;
  if (!firstAlias || !excessiveAliasing(roots)) return undefined;
  const message = 'Aliases multiply this text beyond what kubectl reads. Write some of it out.';
  return { ...firstAlias, message, kubectl: 'yaml: document contains excessive aliasing' };
}
