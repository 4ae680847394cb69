import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import { badEscape } from './escapes';
import type { LoadFault } from './fault';
import { goSyntax, keyText } from './keys';
import { type LocatedNode, type MappingNode, type Pair, pairsOfMerge, type ScalarNode } from './node';
import { goNumberName, plainValue, ScalarError, taggedValue } from './scalars';

type YamlPair = { key: unknown; value: unknown };

/** Turns nodes of the `yaml` package into located ones, collecting what go-yaml would refuse. */
export class TreeBuilder {
  readonly faults: LoadFault[] = [];
  private readonly anchors = new Map<string, LocatedNode>();
  private readonly open = new Set<string>();

  constructor(private readonly text: string) {}

  /** `base` is what the offsets of the result count from. */
  build(node: ParsedNode | null, base: number, at: number): LocatedNode {
    if (!node) return missing(at - base);
    if (isAlias(node)) return this.alias(node.source, node.range, base);
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor) this.open.add(anchor);
    const built = this.located(node, base);
    if (anchor) {
      this.open.delete(anchor);
      this.anchors.set(anchor, built);
    }
    return built;
  }

  private located(node: ParsedNode, base: number): LocatedNode {
    if (isScalar(node)) return this.scalar(node, base);
    const [start, end] = node.range;
    const flow = 'flow' in node && node.flow === true;
    if (isSeq(node)) {
      const items = node.items.map((item) => this.buildItem(item, base, start));
      return { kind: 'sequence', start: start - base, end: end - base, items, flow };
    }
    if (isMap(node)) return this.mapping(node.items, [start, end], flow, base);
    return missing(start - base);
  }

  buildItem(item: unknown, base: number, at: number): LocatedNode {
    const tab = isPair(item) ? undefined : tabBeforeItem(this.text, item as ParsedNode | null);
    if (tab !== undefined) {
      const line = this.text.slice(0, tab).split('\n').length;
      const kubectl = `yaml: line ${line}: found character that cannot start any token`;
      this.fault([tab, tab + 1], 'kubectl takes no tab after "-". Replace it with a space.', kubectl);
    }
    return isPair(item) ? this.compactMapping(item, base) : this.build(item as ParsedNode | null, base, at);
  }

  /** `[a: b]`, a mapping of one pair without braces. */
  private compactMapping(pair: YamlPair, base: number): MappingNode {
    const key = pair.key as ParsedNode;
    const end = (pair.value as ParsedNode | null)?.range[1] ?? key.range[1];
    return this.mapping([pair], [key.range[0], end], true, base);
  }

  private mapping(items: readonly YamlPair[], range: [number, number], flow: boolean, base: number) {
    const pairs: Pair[] = [];
    for (const item of items) this.addPair(item, pairs, flow, base);
    const mapping: MappingNode = {
      kind: 'mapping',
      start: range[0] - base,
      end: range[1] - base,
      pairs,
      flow,
    };
    return mapping;
  }

  private addPair(item: YamlPair, pairs: Pair[], flow: boolean, base: number): void {
    const yamlKey = item.key as ParsedNode | null;
    const keyStart = yamlKey?.range[0] ?? (item.value as ParsedNode | null)?.range[0] ?? base;
    const key = isScalar(yamlKey) ? this.key(yamlKey, base) : this.build(yamlKey, base, keyStart);
    const value = this.build(item.value as ParsedNode | null, base, yamlKey?.range[1] ?? keyStart);
    const at = { start: key.start, end: key.end };
    if (flow && yamlKey && this.spansLines(yamlKey)) {
      this.fault(yamlKey.range, 'A comma is missing before this line.', this.spansLinesWords(yamlKey));
    }
    if (isScalar(yamlKey) && yamlKey.type === 'PLAIN' && yamlKey.source === '<<') {
      this.merge(value, at, pairs, yamlKey.range);
      return;
    }
    const name = this.keyName(key, value, [keyStart, keyStart + (key.end - key.start)]);
    if (name !== undefined) pairs.push({ name, key: at, value, merged: false });
  }

  keyName(key: LocatedNode, value: LocatedNode, range: [number, number]): string | undefined {
    const name = keyText(key);
    if (name !== undefined) return name;
    const kubectl =
      key.kind === 'scalar'
        ? `unsupported map key of type: %!s(<nil>), key: <nil>, value: ${goSyntax(value)}`
        : `yaml: invalid map key: ${goSyntax(key)}`;
    this.fault(range, 'A key has to be text.', kubectl);
    return undefined;
  }

  private merge(value: LocatedNode, key: Pair['key'], pairs: Pair[], range: readonly number[]): void {
    const merged = pairsOfMerge(value);
    if (merged) {
      for (const pair of merged) pairs.push({ ...pair, merged: true });
      return;
    }
    this.fault(
      [range[0] ?? key.start, range[1] ?? key.end],
      'A merge key (<<) takes a mapping or a list of mappings.',
      'yaml: map merge requires map or sequence of maps as the value',
    );
  }

  private alias(name: string, range: readonly [number, number, number], base: number): LocatedNode {
    const target = this.anchors.get(name);
    if (target && !this.open.has(name)) return target;
    const loop = this.open.has(name);
    this.fault(
      range,
      loop ? `The anchor "${name}" contains itself.` : `There is no anchor "&${name}" before this line.`,
      loop ? `yaml: anchor '${name}' value contains itself` : `yaml: unknown anchor '${name}' referenced`,
    );
    return missing(range[0] - base);
  }

  /** JSON has no infinity, but its name is good enough for a key. */
  private key(node: Scalar.Parsed, base: number): ScalarNode {
    return this.scalar(node, base, true);
  }

  private scalar(node: Scalar.Parsed, base: number, key = false): ScalarNode {
    const [start, end] = node.range;
    const source = node.source ?? '';
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    if (style === 'double') this.checkEscapes(start, end);
    const located = { start: start - base, end: end - base, source };
    const value = this.scalarValue(node, style, source, key);
    return { kind: 'scalar', ...located, value, style: start === end && source === '' ? 'missing' : style };
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
      this.fault(
        node.range,
        'kubectl cannot read this value. Put it in quotes if it is text.',
        error.kubectl,
      );
      return source;
    }
  }

  private checkEscapes(start: number, end: number): void {
    const bad = badEscape(this.text, start, end);
    if (bad) this.faults.push(bad);
  }

  private spansLines(key: ParsedNode): boolean {
    return isScalar(key) && /[\r\n]/.test(this.text.slice(key.range[0], key.range[1]));
  }

  private spansLinesWords(key: ParsedNode): string {
    const line = this.text.slice(0, key.range[1]).split('\n').length;
    return `yaml: line ${line}: mapping values are not allowed in this context`;
  }

  private fault(range: readonly number[], message: string, kubectl: string): void {
    this.faults.push({ start: range[0] ?? 0, end: range[1] ?? 0, message, kubectl });
  }
}

const styles: Record<string, ScalarNode['style']> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function missing(at: number): ScalarNode {
  return { kind: 'scalar', start: at, end: at, value: null, source: '', style: 'missing' };
}

/**
 * The tab between a block list's "-" and its item: go-yaml's scanner skips tabs only where no key may
 * begin.
 */
function tabBeforeItem(text: string, item: ParsedNode | null): number | undefined {
  if (!item) return undefined;
  const before = /-[ \t]*$/.exec(text.slice(Math.max(0, item.range[0] - 40), item.range[0]))?.[0];
  const at = before?.indexOf('\t') ?? -1;
  return before && at >= 0 ? item.range[0] - before.length + at : undefined;
}
