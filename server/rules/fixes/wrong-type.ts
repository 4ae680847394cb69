import type { TypeFault } from '../../document/decode';
import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import type { Fix } from '../rule';
import { booleanFixes } from './wrong-type-boolean';
import { listFixes, variableFixes } from './wrong-type-list';
import { mappingFixes } from './wrong-type-mapping';
import { namedEntryFixes, namedListFixes } from './wrong-type-named';
import { textFixes } from './wrong-type-text';

/** A value of a type that kubectl does not read in this place. */
export interface Mistyped {
  readonly document: LocatedDocument;
  readonly entry: Entry;
  readonly fault: TypeFault;
}

/** How a value becomes what its author meant, by what kubectl wants there. */
export function wrongTypeFixes(mistyped: Mistyped): Fix[] {
  const { expected } = mistyped.fault;
  if (expected === 'string' || expected === '[]uint8' || expected.endsWith('.ExecInteractiveMode')) {
    return textFixes(mistyped);
  }
  if (expected === 'bool') return booleanFixes(mistyped);
  if (/^\[\]v1\.Named/.test(expected)) return namedListFixes(mistyped);
  if (/^v1\.Named/.test(expected)) return namedEntryFixes(mistyped);
  if (expected === 'v1.ExecEnvVar') return variableFixes(mistyped);
  if (expected.startsWith('[]')) return listFixes(mistyped);
  return expected === 'uint8' ? [] : mappingFixes(mistyped);
}
