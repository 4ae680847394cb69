import type { Entry } from '../document/entry';
import { type ClusterEntry, type ContextEntry, Kubeconfig, type UserEntry } from '../document/kubeconfig';
import type { Field, LocatedDocument } from '../document/located-document';
import { KeptFindings } from './kept-findings';
import type { ClusterRule, ContextRule, DocumentRule, Finding, Rule, RuleContext, UserRule } from './rule';

type OwnRule = UserRule | ClusterRule | ContextRule;
export type EntryRule = OwnRule | (DocumentRule & Required<Pick<DocumentRule, 'checkEntry'>>);

/** What the rules have found in an entry; most find nothing. */
export type Found = readonly (readonly [rule: EntryRule, findings: readonly Finding[]])[];

/** The rules that look at entries, by the section that these stand in; `''`: those of any other. */
export type EntryRules = ReadonlyMap<string, readonly EntryRule[]>;

const sections = { user: 'users', cluster: 'clusters', context: 'contexts' } as const;

export function entryRules(rules: readonly Rule[]): EntryRules {
  const all = rules.filter(looksAtEntries);
  const rulesOf = (section: string) =>
    all.filter((rule) => rule.subject === 'document' || sections[rule.subject] === section);
  const named = ['', ...Object.values(sections)];
  return new Map(named.map((section) => [section, rulesOf(section)]));
}

function looksAtEntries(rule: Rule): rule is EntryRule {
  return rule.subject === 'document' ? rule.checkEntry !== undefined : rule.subject in sections;
}

/** What they find in a document, by rule, each in kubectl's order of the entries. */
export function entryFindings(
  rules: EntryRules,
  document: LocatedDocument,
  context: RuleContext,
): ReadonlyMap<Rule, readonly Finding[]> {
  const kept = document instanceof Kubeconfig ? KeptFindings.of(document, context) : undefined;
  const all = new Map<Rule, Map<string, Finding[]>>();
  for (const field of document.countingFields()) {
    const own = rulesOf(rules, field, document);
    const found =
      kept && field.list
        ? kept.foundIn(field, own)
        : field.entries.flatMap((entry) => foundIn(entry, own, document, context));
    for (const [rule, findings] of found) {
      const bySection = all.get(rule) ?? new Map<string, Finding[]>();
      const known = bySection.get(field.name);
      if (known) known.push(...findings);
      else bySection.set(field.name, [...findings]);
      all.set(rule, bySection);
    }
  }
  kept?.notePaths();
  return new Map([...all].map(([rule, found]) => [rule, inOrder(rule, found)]));
}

/** In an ExecCredential a list of users is a stranger's, and no entry in it is a kubeconfig's. */
function rulesOf(rules: EntryRules, field: Field, document: LocatedDocument): readonly EntryRule[] {
  return (document instanceof Kubeconfig && field.list && rules.get(field.name)) || rules.get('') || [];
}

/** The same, so that it is kept, with a stop after each entry. */
export function* lookingAtEntries(
  rules: EntryRules,
  document: Kubeconfig,
  context: RuleContext,
): Generator<void> {
  const kept = KeptFindings.of(document, context);
  if (!kept) return;
  for (const field of document.countingFields()) {
    if (field.list) yield* kept.lookingAt(field, rulesOf(rules, field, document));
  }
}

function inOrder(rule: Rule, found: ReadonlyMap<string, readonly Finding[]>): readonly Finding[] {
  const order = rule.subject === 'document' ? rule.sections : undefined;
  return order ? order.flatMap((section) => found.get(section) ?? []) : [...found.values()].flat();
}

export function foundIn(
  entry: Entry,
  rules: readonly EntryRule[],
  document: LocatedDocument,
  context: RuleContext,
): Found {
  return rules.flatMap((rule) => {
    const findings = applyTo(rule, entry, document, context);
    return findings.length > 0 ? [[rule, findings] as const] : [];
  });
}

export function applyTo(
  rule: EntryRule,
  entry: Entry,
  document: LocatedDocument,
  context: RuleContext,
): readonly Finding[] {
  if (rule.subject === 'document') return [...rule.checkEntry(entry, document, context)];
  const kubeconfig = document as Kubeconfig;
  if (rule.subject === 'user') return [...rule.check(entry as UserEntry, kubeconfig, context)];
  if (rule.subject === 'cluster') return [...rule.check(entry as ClusterEntry, kubeconfig, context)];
  return [...rule.check(entry as ContextEntry, kubeconfig)];
}
