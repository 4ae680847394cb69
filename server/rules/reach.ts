import type { Entry } from '../document/entry';
import type { ClusterEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import { listNames } from './list-names';
import type { Finding, Rule, Severity, Stage } from './rule';
import { comesTo } from './verdict';

export interface Reached {
  readonly severity: Severity;
  /** A sentence on the contexts that are not current. */
  readonly note?: string;
}

/**
 * A fault of a user or cluster counts only for the contexts that use it: kubectl refuses those and
 * works with the others. It is an error where it stops the current context.
 */
export class Reach {
  private readonly known = new Map<Stage, Map<Entry, readonly string[]>>();

  constructor(private readonly document: Kubeconfig) {}

  of(rule: Rule, finding: Finding): Reached {
    const { severity } = rule;
    const stage = finding.stage ?? rule.stage;
    if (!stage || !finding.entry || (rule.subject !== 'user' && rule.subject !== 'cluster')) {
      return { severity };
    }
    const broken = this.contextsOf(finding.entry, stage);
    if (broken.includes(this.document.currentContext)) return { severity };
    if (broken.length === 0) return { severity: 'warning', note: 'No context is affected yet.' };
    const word = broken.length > 1 ? 'contexts' : 'context';
    return { severity: 'warning', note: `kubectl refuses the ${word} ${listNames(broken)}.` };
  }

  /** The names of the contexts in which kubectl comes to an entry at a stage. */
  private contextsOf(entry: Entry, stage: Stage): readonly string[] {
    const memo = this.known.get(stage) ?? new Map<Entry, readonly string[]>();
    this.known.set(stage, memo);
    const names = memo.get(entry) ?? this.broken(entry, stage);
    memo.set(entry, names);
    return names;
  }

  private broken(entry: Entry, stage: Stage): readonly string[] {
    const contexts = this.document.contextsOf(entry as UserEntry | ClusterEntry);
    return contexts.flatMap((context) => {
      const [user, cluster] = [this.document.userOf(context), this.document.clusterOf(context)];
      const uses = user === entry || cluster === entry;
      return uses && comesTo(stage, user, cluster) ? [context.name] : [];
    });
  }
}
