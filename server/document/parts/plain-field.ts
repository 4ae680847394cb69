import type { LocatedNode, ScalarNode } from '../node';
import { Pieces, type TopLevelField } from '../top-level';
import type { Part } from './cut';
import { formOf, isOrdinary, keyAt, scalarAt } from './plain-scalar';

/** Reads a field of one line, or the beginning of a list, as plainItem does items. */
export function plainField(own: string, { kind }: Part): TopLevelField | undefined {
  const end = own.length - 1;
  if ((kind !== 'field' && kind !== 'head') || own.indexOf('\n') !== end || !isOrdinary(own))
    return undefined;
  const key = keyAt(own, 0, end);
  if (!key) return undefined;
  const { name, valueStart } = key;
  const node = valueStart < end ? valueAt(own, valueStart, end) : missing;
  if (!node || (node === missing) !== (kind === 'head')) return undefined;
  const place = { keyStart: 0, keyEnd: name.length, valueStart, valueEnd: end };
  return { name, ...place, list: false, pieces: new Pieces([node], () => valueStart) };
}

const missing: ScalarNode = { kind: 'scalar', start: 0, end: 0, source: '', value: null, style: 'missing' };

function valueAt(own: string, start: number, end: number): LocatedNode | undefined {
  if (own.slice(start, end) === '{}') return { kind: 'mapping', start: 0, end: 2, pairs: [], flow: true };
  return scalarAt(own, start, end, start, formOf(own, start));
}
