import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { LoadFault } from './fault';
import { goSyntax, goValueSyntax, keyText } from './keys';
import { Lines } from './lines';
import {
  type LocatedNode,
  type MappingNode,
  maxDepth,
  type Pair,
  pairsOfMerge,
  type ScalarNode,
} from './node';
import { mayHoldSecret, quotable, redacted } from './quotable';
import { goNumberName, plainValue, ScalarError, taggedValue } from './scalars';

type YamlPair = { key: unknown; value: unknown };
type Range = readonly [start: number, end: number, ...rest: number[]];

/** Turns nodes of the `yaml` package into located ones, collecting what go-yaml would refuse. */
export class TreeBuilder {
  readonly faults: LoadFault[] = [];
  readonly lines: Lines;
  /** Where a node is used a second time, if any is. */
  firstAlias: { readonly start: number; readonly end: number } | undefined;
  private readonly anchors = new Map<string, LocatedNode>();
  private readonly open = new Set<string>();
  private depth = 0;
  /** Inside a value whose key says that it is a secret. */
  private secret = false;

  constructor(private readonly text: string) {
    this.lines = new Lines(text);
  }

  /** `base` is what the offsets of the result count from. */
  build(node: ParsedNode | null, base: number, at: number): LocatedNode {
    if (!node) return missing(at - base);
    if (isAlias(node)) return this.alias(node.source, node.range, base);
    if (this.depth >= maxDepth) return missing(node.range[0] - base);
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor) this.open.add(anchor);
    this.depth++;
    const built = this.located(node, base);
    this.depth--;
    if (anchor) {
      this.open.delete(anchor);
      this.anchors.set(anchor, built);
    }
    return built;
  }

  private located(node: ParsedNode, base: number): LocatedNode {
    if (isScalar(node)) return this.scalar(node, base);
    const [start] = node.range;
    const flow = 'flow' in node && node.flow === true;
    if (isSeq(node)) {
      const items = node.items.map((item) => this.buildItem(item, base, start));
      return { kind: 'sequence', ...this.span([start, endOf(node)], base), items, flow };
    }
    if (isMap(node)) return this.mapping(node.items, [start, endOf(node)], flow, base);
    return missing(start - base);
  }

  buildItem(item: unknown, base: number, at: number): LocatedNode {
    if (isPair(item)) return this.compactMapping(item, base);
    return this.build(item as ParsedNode | null, base, at);
  }

  /** `[a: b]`, a mapping of one pair without braces. */
  private compactMapping(pair: YamlPair, base: number): MappingNode {
    const key = pair.key as ParsedNode;
    const end = (pair.value as ParsedNode | null)?.range[1] ?? key.range[1];
    return this.mapping([pair], [key.range[0], end], true, base);
  }

  private mapping(items: readonly YamlPair[], range: Range, flow: boolean, base: number): MappingNode {
    const pairs: Pair[] = [];
    for (const item of items) this.addPair(item, pairs, base);
    return { kind: 'mapping', ...this.span(range, base), pairs, flow };
  }

  /** Without the last line's end, which the `yaml` package counts in with a block scalar. */
  private span([start, last]: Range, base: number): Pick<LocatedNode, 'start' | 'end' | 'multiline'> {
    let end = last;
    while (end > start && /[\r\n]/.test(this.text[end - 1] ?? '')) end--;
    const multiline = end > start && this.lines.at(start) !== this.lines.at(end - 1);
    return { start: start - base, end: end - base, ...(multiline ? { multiline } : {}) };
  }

  private addPair(item: YamlPair, pairs: Pair[], base: number): void {
    const yamlKey = item.key as ParsedNode | null;
    const keyStart = yamlKey?.range[0] ?? (item.value as ParsedNode | null)?.range[0] ?? base;
    const key = isScalar(yamlKey) ? this.scalar(yamlKey, base, true) : this.build(yamlKey, base, keyStart);
    const value = this.valueOf(item, key, base, yamlKey?.range[1] ?? keyStart);
    const at = { start: key.start, end: key.end };
    if (isMergeKey(yamlKey)) {
      this.merge(value, yamlKey.range, pairs);
      return;
    }
    const name = keyText(key);
    if (name !== undefined) pairs.push({ name, key: at, value, merged: false });
    else this.badKey(key, value, [keyStart, keyStart + (key.end - key.start)]);
  }

  private valueOf(item: YamlPair, key: LocatedNode, base: number, at: number): LocatedNode {
    const outside = this.secret;
    this.secret ||= mayHoldSecret(keyText(key));
    const value = this.build(item.value as ParsedNode | null, base, at);
    this.secret = outside;
    return value;
  }

  /** Reports a key that kubectl takes for none. */
  badKey(key: LocatedNode, value: LocatedNode, [start, end]: Range): void {
    const nothing = key.kind === 'scalar';
    const kubectl = nothing
      ? `unsupported map key of type: %!s(<nil>), key: <nil>, value: ${goValueSyntax(value)}`
      : `yaml: invalid map key: ${this.secret ? redacted : goSyntax(key)}`;
    const message = nothing
      ? 'The key is missing before this ":". Write it.'
      : 'A key has to be text. Put it in quotes if it is.';
    // A key that is not there is pointed at by its colon.
    this.fault([start, Math.max(end, start + 1)], message, kubectl);
  }

  private merge(value: LocatedNode, range: Range, pairs: Pair[]): void {
    const merged = pairsOfMerge(value);
    if (merged) {
      for (const pair of merged) pairs.push({ ...pair, merged: true });
      return;
    }
    this.fault(
      range,
      'A merge key (<<) takes a mapping or a list of mappings. Give it one, or remove it.',
      'yaml: map merge requires map or sequence of maps as the value',
    );
  }

  private alias(name: string, range: Range, base: number): LocatedNode {
    const target = this.anchors.get(name);
    const [start, end] = range;
    if (target && !this.open.has(name)) {
      this.firstAlias ??= { start, end };
      return target;
    }
    if (this.open.has(name)) {
      const message = 'This alias stands inside of its own anchor. Write the value out.';
      this.fault(range, message, `yaml: anchor '${this.secret ? redacted : name}' value contains itself`);
    }
    return missing(start - base);
  }

  /** JSON has no infinity, but its name is good enough for a key. */
  private scalar(node: Scalar.Parsed, base: number, key = false): ScalarNode {
    const [start, end] = node.range;
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    const source = style === 'block' ? this.blockText(node.source, end) : node.source;
    const located = { ...this.span([start, end], base), source };
    const value = this.scalarValue(node, style, source, key);
    return { kind: 'scalar', ...located, value, style: start === end && source === '' ? 'missing' : style };
  }

  /** The last line has a break only if the text has one: the `yaml` package adds it. */
  private blockText(source: string, end: number): string {
    const added = end >= this.text.length && !/[\r\n\u0085\u2028\u2029]$/.test(this.text);
    return added ? source.replace(/\n$/, '') : source;
  }

  private scalarValue(node: Scalar.Parsed, style: ScalarNode['style'], source: string, key: boolean) {
    try {
      if (node.tag) return taggedValue(node.tag, source);
      if (style !== 'plain') return source;
      const value = plainValue(source);
      if (typeof value === 'number' && !Number.isFinite(value) && !key) {
        throw new ScalarError(`json: unsupported value: ${goNumberName(value)}`);
      }
      return value;
    } catch (error) {
      if (!(error instanceof ScalarError)) throw error;
      const kubectl = error.kubectl.replace(source, () => (this.secret ? redacted : quotable(source)));
      this.fault(node.range, 'kubectl cannot read this value. Put it in quotes if it is text.', kubectl);
      return source;
    }
  }

  private fault([start, end]: Range, message: string, kubectl: string): void {
    this.faults.push({ start, end, message, kubectl });
  }
}

const styles: Record<string, ScalarNode['style']> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** `<<`, in YAML 1.1 the sign that a mapping takes over the pairs of others. */
export function isMergeKey(key: unknown): key is Scalar.Parsed {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

/** Of what is written by indentation, without the comments that the `yaml` package counts in. */
function endOf(node: ParsedNode): number {
  let last = node;
  while ((isMap(last) || isSeq(last)) && !last.flow) {
    const item: unknown = last.items.at(-1);
    const inner = isPair(item) ? (item.value ?? item.key) : item;
    if (!inner) break;
    last = inner as ParsedNode;
  }
  return last.range[1];
}

function missing(at: number): ScalarNode {
  return { kind: 'scalar', start: at, end: at, value: null, source: '', style: 'missing' };
}
