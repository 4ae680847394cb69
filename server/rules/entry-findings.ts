import type { Entry } from '../document/entry';
import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { LocatedNode } from '../document/node';
import type { ClusterRule, ContextRule, Finding, Rule, RuleContext, UserRule } from './rule';

type EntryRule = UserRule | ClusterRule | ContextRule;
type Subject = EntryRule['subject'];

/** What the rules that look at one entry only have found in it. Most find nothing. */
interface Kept {
  /** An alias may show one node among the users and among the clusters. */
  readonly section: string;
  readonly kubernetesVersion: string | undefined;
  readonly found: readonly (readonly [rule: EntryRule, findings: readonly Finding[]])[];
}

/** As long as an entry is the same, so is what is found in it, wherever it moves. */
const kept = new WeakMap<LocatedNode, Kept>();

/** Takes the rules that look at one entry only out of all. */
export function entryRules(rules: readonly Rule[]): ReadonlyMap<Subject, readonly EntryRule[]> {
  const own = rules.filter((rule): rule is EntryRule => rule.looksAt === 'entry');
  const subjects: readonly Subject[] = ['user', 'cluster', 'context'];
  return new Map(subjects.map((subject) => [subject, own.filter((rule) => rule.subject === subject)]));
}

/** What they find in a document, by rule, each in the order of the entries. */
export function entryFindings(
  rules: ReturnType<typeof entryRules>,
  document: Kubeconfig,
  context: RuleContext,
): ReadonlyMap<Rule, readonly Finding[]> {
  const all = new Map<Rule, Finding[]>();
  const entries = { user: document.users, cluster: document.clusters, context: document.contexts };
  for (const [subject, own] of rules) {
    for (const entry of entries[subject]) {
      for (const [rule, findings] of foundIn(entry, own, document, context)) {
        const known = all.get(rule);
        if (known) known.push(...findings);
        else all.set(rule, [...findings]);
      }
    }
  }
  return all;
}

function foundIn(
  entry: UserEntry | ClusterEntry | ContextEntry,
  rules: readonly EntryRule[],
  document: Kubeconfig,
  context: RuleContext,
): Kept['found'] {
  const { kubernetesVersion } = context;
  const known = kept.get(entry.node);
  if (known?.section === entry.section && known.kubernetesVersion === kubernetesVersion) {
    if (known.found.length === 0) return known.found;
    return known.found.map(([rule, findings]) => [
      rule,
      findings.map((finding, index) =>
        movedTo(entry, finding, () => apply(rule, entry, document, context)[index]),
      ),
    ]);
  }
  const found = rules.flatMap((rule) => {
    const findings = apply(rule, entry, document, context);
    return findings.length > 0 ? [[rule, findings] as const] : [];
  });
  kept.set(entry.node, { section: entry.section, kubernetesVersion, found });
  return found;
}

/** Fixes are for the text as it was: they are worked out anew. */
function movedTo(entry: Entry, finding: Finding, again: () => Finding | undefined): Finding {
  return {
    ...finding,
    ...(finding.entry ? { entry } : {}),
    ...(finding.fixes ? { fixes: () => again()?.fixes?.() ?? [] } : {}),
  };
}

function apply(
  rule: EntryRule,
  entry: UserEntry | ClusterEntry | ContextEntry,
  document: Kubeconfig,
  context: RuleContext,
): readonly Finding[] {
  if (rule.subject === 'user') return [...rule.check(entry as UserEntry, document, context)];
  if (rule.subject === 'cluster') return [...rule.check(entry as ClusterEntry, document, context)];
  return [...rule.check(entry as ContextEntry, document)];
}
