import { type ClusterEntry, Kubeconfig, type UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { rules } from './index';
import type { Finding, Rule, RuleContext, Severity } from './rule';
import { brokenContexts, type ContextVerdict, loadError, partsError, verdicts } from './verdict';

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Absolute offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** kubectl's words for just this fault. */
  readonly kubectl: string | null;
  readonly link: string;
}

export interface Checked {
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** What kubectl says for each context. Empty for an ExecCredential. */
  readonly contexts: readonly ContextVerdict[];
  /** What kubectl prints when it can't load the file at all. */
  readonly unreadable: string | null;
  /** What kubectl prints for a user and a cluster, also if no context has put them together. */
  refusal(user: UserEntry | undefined, cluster: ClusterEntry | undefined): string | null;
}

export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** `path` is how the user names the file; kubectl's messages repeat it. */
export function check(document: LocatedDocument, context: RuleContext, path: string): Checked {
  const findings = findingsOf(document, context);
  const diagnostics = findings
    .map((found) => diagnosticOf(found, document))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const contexts = document instanceof Kubeconfig ? verdicts(document, findings, path) : [];
  const unreadable = loadError(findings, path) ?? null;
  const refusal: Checked['refusal'] = (user, cluster) =>
    unreadable ?? partsError({ user, cluster }, findings) ?? null;
  return { diagnostics, contexts, unreadable, refusal };
}

/** In kubectl's order: by rule, then by entry. */
function findingsOf(document: LocatedDocument, context: RuleContext): RuleFinding[] {
  return rules.flatMap((rule) => [...apply(rule, document, context)].map((finding) => ({ rule, finding })));
}

function* apply(rule: Rule, document: LocatedDocument, context: RuleContext): Iterable<Finding> {
  const kubeconfig = document instanceof Kubeconfig ? document : undefined;
  switch (rule.subject) {
    case 'document':
      yield* rule.check(document);
      break;
    case 'exec-credential':
      if (document.kind === 'exec-credential') yield* rule.check(document);
      break;
    case 'kubeconfig':
      if (kubeconfig) yield* rule.check(kubeconfig);
      break;
    case 'user':
      for (const user of kubeconfig?.users ?? []) yield* rule.check(user, document as Kubeconfig, context);
      break;
    case 'cluster':
      for (const cluster of kubeconfig?.clusters ?? [])
        yield* rule.check(cluster, document as Kubeconfig, context);
      break;
    case 'context':
      for (const entry of kubeconfig?.contexts ?? []) yield* rule.check(entry, document as Kubeconfig);
      break;
  }
}

function diagnosticOf({ rule, finding }: RuleFinding, document: LocatedDocument): Diagnostic {
  const base = finding.entry?.base ?? 0;
  const { severity, note } = reach(rule, finding, document);
  return {
    code: rule.code,
    severity,
    message: note ? `${finding.message} ${note}` : finding.message,
    start: base + finding.start,
    end: base + finding.end,
    kubectl: finding.kubectl ?? null,
    link: rule.link,
  };
}

/**
 * A fault of a user or cluster counts only for the contexts that use it: kubectl refuses those and
 * works with the others. It is an error where it stops the current context.
 */
function reach(
  rule: Rule,
  finding: Finding,
  document: LocatedDocument,
): { severity: Severity; note?: string } {
  const perContext = rule.stage && (rule.subject === 'user' || rule.subject === 'cluster');
  if (!perContext || !(document instanceof Kubeconfig) || !finding.entry) return { severity: rule.severity };
  const broken = brokenContexts(document, rule, finding.entry);
  if (broken.includes(document.currentContext)) return { severity: rule.severity };
  if (broken.length === 0) return { severity: 'warning', note: 'No context is affected yet.' };
  const names = broken.map((name) => `"${name}"`).join(', ');
  return {
    severity: 'warning',
    note: `kubectl refuses ${broken.length > 1 ? 'the contexts' : 'the context'} ${names}.`,
  };
}
