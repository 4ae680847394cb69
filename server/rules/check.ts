import { dirname } from 'node:path';
import { type ClusterEntry, Kubeconfig, type UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import type { Merged } from '../document/merged';
import { reliableIn } from './broken-text';
import { entryFindings, entryRules, lookingAtEntries } from './entry-findings';
import { rules } from './index';
import type { Levels } from './levels';
import { Reach } from './reach';
import type { Finding, Fix, Rule, RuleContext, Severity } from './rule';
import { silencer } from './silenced';
import { tooLarge } from './too-large';
import { type ContextVerdict, Judge } from './verdict';

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
  /** How to put it right, the preferred way first. */
  fixes(): readonly Fix[];
}

export interface Checked {
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** What kubectl says for each context. Empty for an ExecCredential. */
  readonly contexts: readonly ContextVerdict[];
  /** What kubectl prints when it can't load the file at all. */
  readonly unreadable: string | null;
  /** What kubectl prints if it has no context: because of a current-context that does not exist, mostly. */
  readonly withoutContext: string | null;
  /** What kubectl prints for a user and a cluster, also if no context has put them together. */
  refusal(user: UserEntry | undefined, cluster: ClusterEntry | undefined): string | null;
}

/** Several kubeconfigs that kubectl merges. */
export interface CheckedTogether extends Pick<Checked, 'unreadable' | 'refusal' | 'withoutContext'> {
  /** In the order of the files. A context is listed with the file whose entry kubectl uses. */
  readonly files: readonly Pick<Checked, 'diagnostics' | 'contexts'>[];
}

export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
  /** Place of the rule among all, which is kubectl's. */
  readonly order: number;
}

/** `path` is how the user names the file; kubectl's messages repeat it. */
export function check(document: LocatedDocument, context: RuleContext, path: string): Checked {
  const findings = findingsOf(document, context);
  const kubeconfig = document instanceof Kubeconfig ? document : undefined;
  const judge = new Judge([{ document, path, findings }]);
  return {
    diagnostics: diagnosticsOf(findings, document, context.levels),
    get contexts() {
      return kubeconfig ? judge.withCurrent(kubeconfig, judge.verdicts(kubeconfig, kubeconfig.contexts)) : [];
    },
    get withoutContext() {
      return kubeconfig ? judge.withoutContext(kubeconfig) : null;
    },
    unreadable: judge.unreadable,
    refusal: (user, cluster) => judge.refusal(user, cluster),
  };
}

/** Does the most of the work of `check`, and stops after each entry; what it has found is kept. */
export function checking(document: LocatedDocument, context: RuleContext): Generator<void> {
  return document instanceof Kubeconfig ? lookingAtEntries(ofEntries, document, context) : nothing();
}

function* nothing(): Generator<void> {}

/** Everything about the files that kubectl would merge, each judged with the others. */
export function checkTogether(merged: Merged, context: Omit<RuleContext, 'directory'>): CheckedTogether {
  const parts = merged.files.map(({ document, path, displayPath }) => ({
    document,
    path: displayPath,
    findings: findingsOf(document, { ...context, directory: dirname(path) }),
  }));
  const judge = new Judge(parts);
  const verdicts = merged.files.map((file) => {
    const own = merged.names.contexts.filter((entry) => merged.fileOf(entry)?.path === file.path);
    return judge.verdicts(file.document, own);
  });
  const all = verdicts.flat();
  const [first] = merged.files;
  const noContext = first ? judge.withCurrent(first.document, all).slice(all.length) : [];
  return {
    files: parts.map(({ document, findings }, index) => ({
      diagnostics: diagnosticsOf(findings, document, context.levels),
      contexts: [...(verdicts[index] ?? []), ...(index === 0 ? noContext : [])],
    })),
    withoutContext: first ? judge.withoutContext(first.document) : null,
    unreadable: judge.unreadable,
    refusal: (user, cluster) => judge.refusal(user, cluster),
  };
}

/** In kubectl's order: by rule, then by entry. */
function findingsOf(document: LocatedDocument, context: RuleContext): RuleFinding[] {
  if (document.unread)
    return [...tooLarge.check(document)].map((finding) => ({ rule: tooLarge, finding, order: 0 }));
  const reliable = reliableIn(document);
  const inEntries = entryFindings(ofEntries, document, context);
  return rules
    .flatMap((rule, order) => {
      const found = [...(inEntries.get(rule) ?? []), ...apply(rule, document, context)];
      return found.map((finding) => ({ rule, finding, order }));
    })
    .filter(reliable);
}

const ofEntries = entryRules(rules);

/** What a rule finds outside of entries. */
function apply(rule: Rule, document: LocatedDocument, context: RuleContext): Iterable<Finding> {
  switch (rule.subject) {
    case 'document':
      return rule.check?.(document, context) ?? [];
    case 'exec-credential':
    case 'kuberc':
      return document.kind === rule.subject ? rule.check(document, context) : [];
    case 'kubeconfig':
      return document instanceof Kubeconfig ? rule.check(document, context) : [];
    default:
      return [];
  }
}

/** What is shown of what was found: not what is switched off or silenced. */
function diagnosticsOf(
  findings: readonly RuleFinding[],
  document: LocatedDocument,
  levels: Levels | undefined,
): readonly Diagnostic[] {
  const reach = document instanceof Kubeconfig ? new Reach(document) : undefined;
  const isSilenced = silencer(document);
  const diagnostics = findings.flatMap(({ rule, finding }): Diagnostic[] => {
    const base = finding.entry?.base ?? 0;
    const level = levels?.get(rule.code);
    if (level === 'off' || isSilenced(rule.code, base + finding.start)) return [];
    const { severity, note } = reach?.of(rule, finding) ?? { severity: rule.severity };
    return [
      {
        code: rule.code,
        severity: level ?? severity,
        message: note ? `${finding.message} ${note}` : finding.message,
        start: base + finding.start,
        end: base + finding.end,
        kubectl: finding.kubectl ?? null,
        link: finding.link ?? rule.link,
        fixes: () => finding.fixes?.() ?? [],
      },
    ];
  });
  return once(diagnostics).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** What stands behind an anchor is found again at each of its aliases. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, start, end, message }: Diagnostic) => `${code} ${start} ${end} ${message}`;
  return [...new Map(diagnostics.toReversed().map((each) => [key(each), each])).values()].toReversed();
}
