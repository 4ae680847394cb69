import type { LocatedDocument } from '../../document/located-document';
import type { Finding, RuleContext } from '../rule';
import { commandFaults } from './command-faults';
import { policyFaults } from './policy-faults';

/** What kubectl finds wrong in a kuberc that it has decoded, with the code of the rule. */
export interface KubercFault {
  readonly code: string;
  readonly finding: Finding & { readonly kubectl: string };
}

/** In kubectl's order (kubectl, `Preferences.validate`). It stops at the first, whatever it was to do. */
export function* kubercFaults(document: LocatedDocument, context: RuleContext): Generator<KubercFault> {
  yield* commandFaults(document, context);
  yield* policyFaults(document, context);
}

/** Those that a rule is about. */
export function* faultsOf(
  code: string,
  document: LocatedDocument,
  context: RuleContext,
): Generator<KubercFault['finding']> {
  for (const fault of kubercFaults(document, context)) if (fault.code === code) yield fault.finding;
}
