import type * as z from 'zod/mini';
import { goTypes, unwrap } from '../schema/field';
import { base64Fault } from './base64';
import { entriesOf, type LocatedNode, type MappingNode } from './node';

/** A value of a type that kubectl refuses. */
export interface TypeFault {
  readonly node: LocatedNode;
  /** Keys and indices from the decoded root. */
  readonly path: readonly (string | number)[];
  readonly found: 'string' | 'number' | 'bool' | 'array' | 'object' | 'bad base64';
  /** In Go's words: `string`, `[]string`, `v1.ExecConfig`, … */
  readonly expected: string;
  /** Go's message. */
  readonly kubectl: string;
}

export interface Decoded<T> {
  /** What decoded; a value of the wrong type is left out. */
  readonly value: T;
  /** In the order in which Go meets them, so that the first is the one kubectl reports. */
  readonly faults: readonly TypeFault[];
}

/** Where in the Go types a value stands. */
export interface GoPlace {
  /** Innermost struct. */
  readonly struct: string;
  /** JSON names from the root, joined with dots, without list indices and map keys. */
  readonly fields: string;
}

/**
 * Decodes a located value as Go's encoding/json (in Kubernetes' case-sensitive fork) decodes the JSON
 * that sigs.k8s.io/yaml makes of it: keys sorted, null is unset everywhere, unknown keys ignored, and
 * after a wrong type it goes on.
 */
export function decode<S extends z.ZodMiniType>(
  schema: S,
  node: LocatedNode,
  place: GoPlace = { struct: '', fields: '' },
): Decoded<z.infer<S> | undefined> {
  const decoder = new Decoder();
  return { value: decoder.value(schema, node, place, []) as z.infer<S>, faults: decoder.faults };
}

type Path = readonly (string | number)[];

class Decoder {
  readonly faults: TypeFault[] = [];

  value(wrapped: z.ZodMiniType, node: LocatedNode, place: GoPlace, path: Path): unknown {
    const schema = unwrap(wrapped);
    if (node.kind === 'scalar' && node.value === null) return undefined;
    switch (schema.def.type) {
      case 'object':
        return this.struct(schema as z.ZodMiniObject, node, place, path);
      case 'array':
        return this.list((schema as z.ZodMiniArray<z.ZodMiniType>).def.element, schema, node, place, path);
      case 'record':
        return this.map(schema as z.ZodMiniRecord, node, place, path);
      case 'boolean':
        return this.scalar('boolean', schema, node, place, path);
      case 'string':
        return isBytes(schema)
          ? this.bytes(schema, node, place, path)
          : this.scalar('string', schema, node, place, path);
      default:
        return plain(node);
    }
  }

  private struct(schema: z.ZodMiniObject, node: LocatedNode, place: GoPlace, path: Path): unknown {
    if (node.kind !== 'mapping') return this.fault(schema, node, place, path);
    const struct = goTypes.get(schema)?.name ?? '';
    const value: Record<string, unknown> = {};
    for (const [name, pair] of sortedEntries(node)) {
      const member = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodMiniType) : undefined;
      if (!member) continue;
      const fields = place.fields ? `${place.fields}.${name}` : name;
      const decoded = this.value(member, pair.value, { struct, fields }, [...path, name]);
      if (decoded !== undefined) value[name] = decoded;
    }
    return value;
  }

  private list(element: z.ZodMiniType, schema: z.ZodMiniType, node: LocatedNode, place: GoPlace, path: Path) {
    if (node.kind !== 'sequence') return this.fault(schema, node, place, path);
    const zero = unwrap(element).def.type === 'string' ? '' : {};
    return node.items.map((item, index) => this.value(element, item, place, [...path, index]) ?? zero);
  }

  private map(schema: z.ZodMiniRecord, node: LocatedNode, place: GoPlace, path: Path): unknown {
    if (node.kind !== 'mapping') return this.fault(schema, node, place, path);
    const element = schema.def.valueType as z.ZodMiniType;
    const zero = unwrap(element).def.type === 'string' ? '' : [];
    const pairs = sortedEntries(node).map(([name, pair]) => [
      name,
      this.value(element, pair.value, place, [...path, name]) ?? zero,
    ]);
    return Object.fromEntries(pairs);
  }

  private scalar(
    type: 'string' | 'boolean',
    schema: z.ZodMiniType,
    node: LocatedNode,
    place: GoPlace,
    path: Path,
  ) {
    if (node.kind === 'scalar' && typeof node.value === type) return node.value;
    return this.fault(schema, node, place, path);
  }

  /** Go's []byte: base64 text, or a list of small numbers. */
  private bytes(schema: z.ZodMiniType, node: LocatedNode, place: GoPlace, path: Path): unknown {
    if (node.kind === 'sequence') return this.byteList(node.items, place, path);
    if (node.kind !== 'scalar' || typeof node.value !== 'string')
      return this.fault(schema, node, place, path);
    const at = base64Fault(node.value);
    if (at === undefined) return node.value.replace(/[\r\n]/g, '');
    const kubectl = `illegal base64 data at input byte ${at}`;
    this.faults.push({ node, path, found: 'bad base64', expected: '[]uint8', kubectl });
    return undefined;
  }

  private byteList(items: readonly LocatedNode[], place: GoPlace, path: Path): string {
    const bytes = items.map((item, index) => {
      const value = item.kind === 'scalar' ? item.value : undefined;
      if (value === null) return 0;
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 256) return value;
      this.report('uint8', item, place, [...path, index], typeof value === 'number' ? ` ${value}` : '');
      return 0;
    });
    return Buffer.from(bytes).toString('base64');
  }

  private fault(schema: z.ZodMiniType, node: LocatedNode, place: GoPlace, path: Path): undefined {
    this.report(goType(schema), node, place, path);
  }

  /** `value`: what Go says behind the type, if it does. */
  private report(expected: string, node: LocatedNode, place: GoPlace, path: Path, value = ''): void {
    const found = foundType(node);
    const into = place.struct ? `Go struct field ${place.struct}.${place.fields}` : 'Go value';
    const kubectl = `json: cannot unmarshal ${found}${value} into ${into} of type ${expected}`;
    this.faults.push({ node, path, found, expected, kubectl });
  }
}

/** Go sorts the keys of the JSON that it makes from YAML by their bytes. */
function sortedEntries(node: MappingNode) {
  return [...entriesOf(node)].sort(([a], [b]) => inBytes(a, b));
}

const ascii = /^[\0-\x7f]*$/;

function inBytes(a: string, b: string): number {
  if (ascii.test(a) && ascii.test(b)) return a < b ? -1 : Number(a > b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function isBytes(schema: z.ZodMiniType): boolean {
  return 'format' in schema.def && schema.def.format === 'base64';
}

function goType(wrapped: z.ZodMiniType): string {
  const schema = unwrap(wrapped);
  const named = goTypes.get(schema);
  if (named) return `${named.package ?? 'v1'}.${named.name}`;
  switch (schema.def.type) {
    case 'array':
      return `[]${goType((schema as z.ZodMiniArray<z.ZodMiniType>).def.element)}`;
    case 'record':
      return `map[string]${goType((schema as z.ZodMiniRecord).def.valueType as z.ZodMiniType)}`;
    case 'boolean':
      return 'bool';
    default:
      return isBytes(schema) ? '[]uint8' : 'string';
  }
}

function foundType(node: LocatedNode): Exclude<TypeFault['found'], 'bad base64'> {
  if (node.kind === 'sequence') return 'array';
  if (node.kind === 'mapping') return 'object';
  if (typeof node.value === 'boolean') return 'bool';
  return typeof node.value === 'string' ? 'string' : 'number';
}

/** A value of any type, as JavaScript has it; integers beyond 2^53 lose precision (see go-json.ts). */
function plain(node: LocatedNode): unknown {
  if (node.kind === 'scalar') return typeof node.value === 'bigint' ? Number(node.value) : node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries([...entriesOf(node)].map(([name, pair]) => [name, plain(pair.value)]));
}
