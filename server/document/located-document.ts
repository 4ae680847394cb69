import { execCredentials } from '../schema/exec-credential';
import { execVersion } from '../schema/exec-versions';
import { goTypeOf } from '../schema/field';
import { kubeconfig as kubeconfigSchema } from '../schema/kubeconfig';
import { kubercGroup, kubercV1alpha1, kubercV1beta1 } from '../schema/kuberc';
import { elementOf, memberOf, type ObjectSchema } from '../schema/shape';
import { Entry, NamedEntry } from './entry';
import type { LoadFault } from './fault';
import { isPluginJson, jsonFaults } from './json-faults';
import { type LocatedNode, moved } from './node';
import { type ParsedTopLevel, parseTopLevel } from './parse';
import type { Limits } from './sizes';
import type { Text } from './text';
import { Pieces, type TopLevelField } from './top-level';

export type DocumentKind = 'kubeconfig' | 'exec-credential' | 'kuberc';

/** One `key: value` of the top level. Offsets are absolute. */
export class Field {
  readonly name: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The nodes of the entries; the same array as in an earlier version of the text if they are all the same. */
  readonly nodes: readonly LocatedNode[];
  readonly #made: (Entry | undefined)[] = [];
  #entries: readonly Entry[] | undefined;

  constructor(
    field: TopLevelField,
    /** Whether `entries` are the items of a list. */
    readonly list: boolean,
    /** A later field of the same name takes its place. */
    readonly shadowed: boolean,
    private readonly pieces: Pieces,
    private readonly make: (base: number, node: LocatedNode, index: number) => Entry,
  ) {
    this.name = field.name;
    this.keyStart = field.keyStart;
    this.keyEnd = field.keyEnd;
    this.valueStart = field.valueStart;
    this.valueEnd = field.valueEnd;
    this.nodes = pieces.nodes;
  }

  /** The items of a list of named entries, or the value as the only entry. */
  get entries(): readonly Entry[] {
    this.#entries ??= this.nodes.map((_, index) => this.entryAt(index) as Entry);
    return this.#entries;
  }

  /** One of them. Where there are thousands, most are never asked for. */
  entryAt(index: number): Entry | undefined {
    const node = this.nodes[index];
    if (!node) return undefined;
    const entry = this.#made[index] ?? this.make(this.pieces.baseAt(index), node, index);
    this.#made[index] = entry;
    return entry;
  }
}

/** A text of one of our kinds, read as kubectl reads it, with the place of every value. */
export class LocatedDocument {
  /** In the order of the text. */
  readonly fields: readonly Field[];
  /** What keeps kubectl from reading the text, in the order in which it would be reported. */
  readonly faults: readonly LoadFault[];
  /** The root when it is no mapping. */
  readonly rootNode: LocatedNode | undefined;
  /** Of the whole document. */
  readonly schema: ObjectSchema;
  /** The field that counts, by name. */
  private readonly byName: ReadonlyMap<string, Field>;
  private readonly parsed: ParsedTopLevel;
  /** The same for all versions of a text that were read one after another. */
  readonly lineage: object;

  constructor(
    readonly kind: DocumentKind,
    /** In chunks, where it is open in an editor. */
    readonly source: Text,
    faults: readonly LoadFault[] = [],
    /** An earlier version, to take over what has not changed. */
    before?: LocatedDocument,
    limits?: Limits,
  ) {
    this.lineage = before?.lineage ?? {};
    const parsed = parseTopLevel(source, before?.parsed, limits);
    this.parsed = parsed;
    // What looks like JSON goes to a JSON parser, except for a kubeconfig, which always goes to the YAML parser.
    const strict = kind !== 'kubeconfig' && isPluginJson(this.text);
    this.faults = [...faults, ...(strict ? jsonFaults(this.text) : parsed.faults)];
    this.rootNode = parsed.topLevel.kind === 'other' ? parsed.topLevel.node : undefined;
    const fields = parsed.topLevel.kind === 'fields' ? parsed.topLevel.fields : [];
    this.schema = rootSchema(kind, fields);
    this.fields = this.fieldsOf(fields);
    this.byName = new Map(this.fields.map((field) => [field.name, field]));
  }

  /** Of a text in chunks it is put together when first asked for; checking an ordinary kubeconfig does without it. */
  get text(): string {
    return this.source.toString();
  }

  /** It is too large: nothing in it is known. */
  get unread(): boolean {
    return this.parsed.unread === true;
  }

  /** The field that kubectl uses for `name`. */
  field(name: string): Field | undefined {
    return this.byName.get(name);
  }

  /** The entry of a field that is no list. */
  entry<T>(name: string): Entry<T> | undefined {
    const field = this.field(name);
    return field && !field.list ? (field.entries[0] as Entry<T>) : undefined;
  }

  /** The fields that count, in kubectl's order of decoding. */
  countingFields(): Field[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Every entry that counts, in that order. */
  *entries(): Generator<Entry> {
    for (const { entries } of this.countingFields()) yield* entries;
  }

  /** The node at a path from the root. */
  nodeAt(...path: (string | number)[]): LocatedNode | undefined {
    const [name, index, ...rest] = path;
    const field = this.field(String(name));
    if (!field || name === undefined) return undefined;
    if (!field.list) return field.entries[0]?.at(...path.slice(1));
    return typeof index === 'number' ? field.entries[index]?.at(...rest) : undefined;
  }

  private fieldsOf(fields: readonly TopLevelField[]): Field[] {
    const last = new Map(fields.map((field) => [field.name, field]));
    return fields.map((field) => fieldOf(field, last.get(field.name) !== field, this.schema, this.source));
  }
}

function rootSchema(kind: DocumentKind, fields: readonly TopLevelField[]): ObjectSchema {
  if (kind === 'kubeconfig') return kubeconfigSchema;
  const version = fields.findLast((field) => field.name === 'apiVersion')?.pieces.nodes[0];
  const apiVersion = version?.kind === 'scalar' ? String(version.value) : '';
  if (kind === 'kuberc') return apiVersion === `${kubercGroup}/v1alpha1` ? kubercV1alpha1 : kubercV1beta1;
  return execCredentials[execVersion(apiVersion)?.name ?? 'v1'];
}

/** Only lists of named entries are cut into items; any other list is one value. */
function isEntryList(field: TopLevelField, schema: ObjectSchema): boolean {
  const member = memberOf(schema, field.name);
  return field.list && (!member || elementOf(member) !== undefined);
}

function fieldOf(field: TopLevelField, shadowed: boolean, schema: ObjectSchema, text: Text): Field {
  const { name } = field;
  const member = memberOf(schema, name);
  const place = { struct: goTypeOf(schema)?.name ?? '', fields: name };
  if (isEntryList(field, schema)) {
    const element = member && elementOf(member);
    return new Field(field, true, shadowed, field.pieces, (base, node, index) => {
      return new NamedEntry([name, index], base, node, element, place);
    });
  }
  const pieces = field.list ? wholeList(field, text) : field.pieces;
  return new Field(
    field,
    false,
    shadowed,
    pieces,
    (base, node) => new Entry([name], base, node, member, place),
  );
}

/** A list where none belongs: put together again, so that its type can be found wrong. */
function wholeList({ pieces: { nodes, baseAt }, valueStart, valueEnd }: TopLevelField, text: Text): Pieces {
  // Items that count from one place may share nodes, and stay as they are.
  const base = nodes.every((_, index) => baseAt(index) === 0) ? 0 : valueStart;
  const node: LocatedNode = {
    kind: 'sequence',
    start: valueStart - base,
    end: valueEnd - base,
    items: nodes.map((item, index) => moved(item, baseAt(index) - base)),
    flow: text.slice(valueStart, valueStart + 1) === '[',
  };
  return new Pieces([node], () => base);
}
