import type { LocatedNode } from '../document/node';
import { docOf, execExtensionName, type FieldDoc, type Schema, schemaAt } from '../schema';
import { describeField, describeValue, paragraphs } from './hover-field';
import { describeName, type Names, nameAt } from './hover-name';
import { describeInExec } from './hover-plugin';
import { describeUnknown } from './hover-unknown';
import { codeSpan, escapeMarkdown } from './markdown';

type Path = readonly (string | number)[];

/** As much of a document as hovers need. */
export interface Document {
  nodeAt(...path: (string | number)[]): LocatedNode | undefined;
  readonly schema: Schema;
}

export interface Place {
  readonly path: Path;
  readonly on: 'key' | 'value';
  /** The value, also when the cursor is on its key. */
  readonly node: LocatedNode;
}

/** What there is to say about a key or a value, as Markdown. */
export function describe(document: Document, { path, on, node }: Place): string | undefined {
  // Between the keys of a mapping there is nothing to explain.
  if (on === 'value' && (node.kind !== 'scalar' || node.style === 'missing')) return undefined;
  const root = document.schema;
  const schema = schemaAt(root, path);
  if (!schema) return describeBelow(document, root, path, on);
  const known = nearest(root, path);
  if (!known) return undefined;
  if (on === 'key') return describeField(known.name, known.schema, docFor(document, path, known.doc));
  return valueHover(document, path, known, textOf(node));
}

interface Known {
  readonly name: string;
  readonly schema: Schema;
  readonly doc: FieldDoc;
}

function valueHover(document: Document, path: Path, known: Known, value: string | undefined) {
  const { name, schema, doc } = known;
  const described = value === undefined ? undefined : describeValue(name, value, doc);
  if (described) return described;
  if (value && hasNames(document)) {
    const use = nameAt(path);
    if (use) return describeName(document, use, value);
    const told = describeInExec(document.nodeAt(...path.slice(0, execDepth)), path.slice(execDepth));
    if (told && path[execDepth - 1] === 'exec') return told;
  }
  const field = describeField(name, schema, docFor(document, path, doc));
  return name === 'installHint' && value ? paragraphs(field, 'kubectl prints:', quote(value)) : field;
}

/** Of `users.0.user.exec`. */
const execDepth = 4;

function hasNames(document: Document): document is Document & Names {
  return 'otherFileOf' in document;
}

/** The documented field at a path, or the one whose list item or map value is there. */
function nearest(root: Schema, path: Path): Known | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = path[length - 1];
    const schema = schemaAt(root, path.slice(0, length));
    const doc = schema && docOf(schema);
    if (schema && doc && typeof name === 'string') return { name, schema, doc };
  }
  return undefined;
}

/** A place that the schema does not know: inside free-form data, or a field that does not exist. */
function describeBelow(document: Document, root: Schema, path: Path, on: 'key' | 'value') {
  const depth = path.findIndex((_, index) => !schemaAt(root, path.slice(0, index + 1)));
  const known = path.slice(0, depth);
  if (isForPlugin(document, known)) return describeConfig(path.slice(depth));
  const key = path[depth];
  if (on !== 'key' || typeof key !== 'string' || path.length > depth + 1) return undefined;
  const object = schemaAt(root, known);
  return object && describeUnknown(key, object, depth === 0);
}

function describeConfig(path: Path): string {
  const at = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return paragraphs(
    `**Plugin receives** ${codeSpan(`spec.cluster.config${at}`)}`,
    'Data for the credential plugin, passed on unchanged in `KUBERNETES_EXEC_INFO` if the exec block says `provideClusterInfo: true`. Not a place for secrets.',
  );
}

/** Only under the reserved name does the plugin receive an extension. */
function docFor(document: Document, path: Path, doc: FieldDoc): FieldDoc {
  if (doc.execInfo !== 'spec.cluster.config' || isForPlugin(document, path)) return doc;
  const { execInfo: _, ...rest } = doc;
  return rest;
}

/** Whether a path is the `extension` of a cluster that plugins receive. */
function isForPlugin(document: Document, path: Path): boolean {
  const isExtension = path[0] === 'clusters' && path[2] === 'cluster' && path.at(-1) === 'extension';
  return isExtension && textOf(document.nodeAt(...path.slice(0, -1), 'name')) === execExtensionName;
}

function textOf(node: LocatedNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function quote(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.slice(0, 3).map(escapeMarkdown);
  if (lines.length > shown.length) shown.push('…');
  return shown.map((line) => `> ${line}`).join('  \n');
}
