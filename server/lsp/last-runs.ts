import { URI } from 'vscode-uri';
import type { Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { Environment } from '../environment';
import { isStill, isToldOfCluster, type KeptRun, keptRun } from '../kept-run';
import type { ExecTarget } from '../plugin';
import type { RunReport } from '../protocol';
import { kubernetesVersionFor, type Session } from './session';

/** Of one file; older ones are forgotten. */
const mostRuns = 500;

/** How the last runs of this session have ended, whoever has asked for them. */
export class LastRuns {
  /** By the path of the file with the exec block, then by user and context; the newest last. */
  readonly #runs = new Map<string, Map<string, KeptRun>>();

  /** `changed`: what is said of a file is another now. */
  constructor(
    private readonly environment: Environment,
    private readonly session: Session,
    private readonly changed: (path: string) => void,
  ) {}

  /** `target`: what was run. */
  record(target: ExecTarget, report: RunReport): void {
    const run = keptRun(target, report, this.environment.now());
    if (!run) return;
    const path = target.kubeconfigPath;
    const runs = this.#runs.get(path) ?? new Map<string, KeptRun>();
    this.#runs.set(path, runs);
    const key = JSON.stringify([run.user, run.context]);
    runs.delete(key);
    runs.set(key, run);
    const [oldest] = runs.keys();
    if (runs.size > mostRuns && oldest !== undefined) runs.delete(oldest);
    this.changed(path);
  }

  /** Whether anything is known of a file. */
  has(path: string | undefined): path is string {
    return path !== undefined && this.#runs.has(path);
  }

  /**
   * The runs of a user that its exec block still has, the newest first: one for each context if the plugin is told of
   * the cluster, else one. `path`: of the file with the user.
   */
  of(path: string, user: UserEntry, document: Kubeconfig): readonly KeptRun[] {
    const runs = [...(this.#runs.get(path)?.values() ?? [])].filter((run) => run.user === user.name);
    if (runs.length === 0) return runs;
    const version = kubernetesVersionFor(this.session, URI.file(path).toString());
    const newestFirst = runs.filter((run) => isStill(run, user, document, version)).reverse();
    return isToldOfCluster(user) ? newestFirst : newestFirst.slice(0, 1);
  }

  /** That for a context, whichever it was for if the plugin is not told of the cluster. */
  ofContext(
    path: string,
    user: UserEntry,
    context: string | null,
    document: Kubeconfig,
  ): KeptRun | undefined {
    const runs = this.of(path, user, document);
    return isToldOfCluster(user) ? runs.find((run) => run.context === context) : runs[0];
  }
}
