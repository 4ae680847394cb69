import type { CodeLens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Kubeconfig } from '../document/kubeconfig';
import { type RunLens, runLenses } from '../features/code-lens';
import { label } from '../features/navigation/plain-text';
import type { KeptRun } from '../kept-run';
import { type Outcome, outcomeOf, outcomeWithTime } from '../last-run';
import { type RunSelection, showResultCommand } from '../protocol';
import { filePath } from './documents';
import { refreshLenses } from './refresh-views';
import { rangeIn } from './scope';
import type { Served } from './served';
import { letGo } from './timers';
import type { Connection } from './wire/connection';

/** What stands beside "Run exec plugin": how the last run has ended, in words that change as time passes. */
export class OutcomeLenses {
  /** When the words of a document are others, in milliseconds since the epoch. */
  readonly #changes = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly served: Served,
  ) {
    served.documents.texts.onDidClose(({ document }) => this.#expect(document.uri, []));
  }

  in(text: TextDocument, document: Kubeconfig): CodeLens[] {
    const { session, machine } = this.served;
    const isUpdated = session.abilities.refreshes.codeLenses;
    const now = machine.environment.now();
    const told = this.#lastOf(text.uri, document).map(({ lens, run, note }) => {
      const { text: words, ...outcome } = isUpdated
        ? outcomeOf(run.last, now)
        : outcomeWithTime(run.last, now);
      const title = `${words}${note}`;
      return {
        ...outcome,
        lens: { range: rangeIn(text, lens), command: this.#command(text.uri, run, title, outcome.is) },
      };
    });
    const waits = told.flatMap(({ changesInMs }) => (changesInMs === null ? [] : [now + changesInMs]));
    this.#expect(text.uri, isUpdated ? waits : []);
    return told.map(({ lens }) => lens);
  }

  /** The last run of each exec block; `note`: which of several contexts it was for, or that there is none. */
  #lastOf(uri: string, document: Kubeconfig): { lens: RunLens; run: KeptRun; note: string }[] {
    const path = filePath(uri);
    const { lastRuns } = this.served;
    if (!lastRuns.has(path)) return [];
    return runLenses(document).flatMap((lens) => {
      const user = document.users.find(({ name }) => name === lens.user);
      const run = user && lastRuns.of(path, user, document)[0];
      if (!run) return [];
      return [{ lens, run, note: noteOn(run, document.contextsOf(user).length) }];
    });
  }

  #command(uri: string, { user, context }: KeptRun, title: string, is: Outcome['is']) {
    // Whoever does not know the command shows words alone, and no icons.
    if (!this.served.session.showResultCommand) return { title, command: '' };
    const selection: RunSelection = { uri, user, ...(context !== null && { context }) };
    return { title: `$(${icons[is]})\u00a0${title}`, command: showResultCommand, arguments: [selection] };
  }

  /** Waits for the next change of what is shown, and for nothing if nothing is. A client asks for what it shows. */
  #expect(uri: string, changes: readonly number[]): void {
    if (changes.length > 0) this.#changes.set(uri, Math.min(...changes));
    else if (!this.#changes.delete(uri)) return;
    clearTimeout(this.#timer);
    if (this.#changes.size === 0) return;
    const wait = Math.min(...this.#changes.values()) - this.served.machine.environment.now();
    this.#timer = setTimeout(() => this.#tell(), Math.max(wait, 0));
    letGo(this.#timer);
  }

  #tell(): void {
    this.#changes.clear();
    refreshLenses(this.connection, this.served.session);
  }
}

/** `contexts`: how many use the user. Without one kubectl runs the plugin only if it is told the user by name. */
function noteOn({ context }: KeptRun, contexts: number): string {
  if (contexts === 0) return ' (no context uses it)';
  return context !== null && contexts > 1 ? ` (${label(context)})` : '';
}

const icons: Readonly<Record<Outcome['is'], string>> = {
  good: 'pass',
  expired: 'warning',
  bad: 'error',
  open: 'question',
};
