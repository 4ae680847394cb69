import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { Kubeconfig, type UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { whereOf } from '../failure';
import { lastRunDiagnostics } from '../last-run-diagnostics';
import { type Diagnostic as Checked, check, checking } from '../rules/check';
import { ruleCodes, rules } from '../rules/index';
import { type Levels, readLevels } from '../rules/levels';
import type { RuleContext } from '../rules/rule';
import { withoutUrlPasswords } from '../url-passwords';
import type { Configurations } from './configurations';
import { filePath, type OpenDocuments } from './documents';
import type { LastRuns } from './last-runs';
import type { Machine } from './machine';
import { mostOf } from './most-diagnostics';
import type { OpenText } from './open-text';
import { ruleContextOf } from './rule-context';
import type { Session } from './session';
import type { Connection } from './wire/connection';
import { DiagnosticSeverity } from './wire/constants';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

export const source = 'kubeconfig-exec';

/** The rules that look at other files. */
const elsewhere: ReadonlySet<string> = new Set(
  rules
    .filter(({ looksAt }) => looksAt === 'references' || looksAt === 'environment')
    .map(({ code }) => code),
);

/** A check that takes no longer than this is made at every key press. */
const quickMs = 40;
/** Who asks something while a text is looked at waits no longer than this. */
const sliceMs = 15;
/** The longest wait for a pause in typing. */
const longestPauseMs = 250;

/** Publishes the diagnostics of open texts when they change; nothing is sent for a text that is not ours. */
export class Publisher {
  /** What calls off the next check of a text. */
  readonly #waiting = new Map<string, () => void>();
  /** How long the last check of a text took. */
  readonly #costs = new Map<string, number>();
  /** What the client was told last of a text. */
  readonly #sent = new Map<string, string>();
  /** The settings that levels were read from last. */
  #read: { readonly rules: unknown; readonly levels: Levels } | undefined;
  /** What was found last in a text. */
  readonly #found = new WeakMap<OpenText, { version: number; found: readonly Checked[] }>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly configurations: Configurations,
    readonly machine: Machine,
    readonly session: Session,
    private readonly lastRuns: LastRuns,
  ) {
    documents.texts.onDidChangeContent(({ document }) => this.#changed(document));
    documents.texts.onDidClose(({ document }) => this.#clear(document.uri));
    documents.texts.onDidSave(() => machine.refresh());
  }

  requestAll(): void {
    for (const text of this.documents.texts.all()) this.request(text);
  }

  /** Files that are merged are checked together: what one names, another may have. */
  #changed(text: OpenText): void {
    this.request(text);
    if (!this.configurations.isListed(text.uri)) return;
    const others = this.documents.texts.all().filter(({ uri }) => uri !== text.uri);
    for (const other of others) if (this.configurations.isListed(other.uri)) this.request(other);
  }

  /** A check that takes long waits for a pause as long as itself, so that it doesn't hold up typing. */
  request({ uri }: OpenText): void {
    this.#waiting.get(uri)?.();
    const cost = this.#costs.get(uri) ?? 0;
    const pause = cost > quickMs ? Math.min(cost, longestPauseMs) : 0;
    this.#waiting.set(
      uri,
      after(pause, () => void this.#publishInSlices(uri)),
    );
  }

  /** A new text may be much to look at: that is done in slices, between which requests are answered. */
  async #publishInSlices(uri: string): Promise<void> {
    const waiting = this.#waiting.get(uri);
    const work = this.#checking(uri);
    const isDone = () => !work || (this.#tried(() => isOver(work)) ?? true);
    while (!isDone()) {
      await new Promise((resolve) => setImmediate(resolve));
      // It has changed, or was closed.
      if (this.#waiting.get(uri) !== waiting) return;
    }
    this.#publish(uri);
  }

  #checking(uri: string): Generator<void> | undefined {
    this.machine.open(uri);
    const text = this.documents.texts.get(uri);
    const found = text && this.#tried(() => this.#inContext(text));
    return found && checking(found.document, found.context);
  }

  #publish(uri: string): void {
    this.#waiting.delete(uri);
    const text = this.documents.texts.get(uri);
    if (!text) return;
    const start = performance.now();
    const found = this.#tryToCheck(text);
    if (found) {
      this.#costs.set(uri, performance.now() - start);
      this.#send({ uri, version: text.version, diagnostics: mostOf(found).map((each) => toLsp(each, text)) });
    } else {
      this.#clear(uri);
    }
  }

  /** What is wrong with a text as it is now; `undefined` if it is none of ours. */
  latest(text: OpenText): readonly Checked[] | undefined {
    const known = this.#found.get(text);
    if (known?.version === text.version && !this.#waiting.has(text.uri)) return known.found;
    return this.#tryToCheck(text);
  }

  /** Nothing is said twice of the same version: files are looked at again more often than they change. */
  #send(params: PublishDiagnosticsParams): void {
    const text = JSON.stringify(params);
    if (this.#sent.get(params.uri) === text) return;
    this.#sent.set(params.uri, text);
    void this.connection.sendDiagnostics(params);
  }

  #clear(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    this.#costs.delete(uri);
    if (!this.#sent.delete(uri)) return;
    this.machine.release(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #tryToCheck(text: OpenText): readonly Checked[] | undefined {
    const checked = this.#tried(() => this.machine.checking(text.uri, () => this.#diagnosticsOf(text)));
    const found = checked?.isWhole ? checked.result : checked?.result?.filter(restsOnText);
    if (found) this.#found.set(text, { version: text.version, found });
    return found;
  }

  #tried<R>(work: () => R | undefined): R | undefined {
    try {
      return work();
    } catch (error) {
      this.connection.console.error(`diagnostics: ${whereOf(error)}`);
      return undefined;
    }
  }

  /** What the settings say of rules. What makes no sense there is told once, in the log. */
  #levels(): Levels {
    const { rules } = this.session;
    if (!this.#read || this.#read.rules !== rules) {
      const { levels, problems } = readLevels(rules, ruleCodes);
      this.#read = { rules, levels };
      for (const problem of problems) this.connection.console.warn(`kubeconfigExec.rules: ${problem}`);
    }
    return this.#read.levels;
  }

  #inContext(text: OpenText): { document: LocatedDocument; context: RuleContext } | undefined {
    const located = this.documents.located(text);
    if (!located) return undefined;
    const document =
      located instanceof Kubeconfig ? this.configurations.inContext(located, text.uri) : located;
    return { document, context: { ...ruleContextOf(this, text.uri), levels: this.#levels() } };
  }

  #diagnosticsOf(text: OpenText): readonly Checked[] | undefined {
    const inContext = this.#inContext(text);
    if (!inContext) return undefined;
    const { document, context } = inContext;
    const path = filePath(text.uri);
    const found = check(document, context, path ?? text.uri).diagnostics;
    if (!(document instanceof Kubeconfig) || !this.lastRuns.has(path)) return found;
    const runsOf = (user: UserEntry) => this.lastRuns.of(path, user, document);
    return [...found, ...lastRunDiagnostics(document, runsOf, found, context.levels)];
  }
}

/** A timer takes a millisecond at least. Returns what calls it off. */
function after(ms: number, act: () => void): () => void {
  if (ms === 0) {
    const immediate = setImmediate(act);
    return () => clearImmediate(immediate);
  }
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** Whether it would be found whatever is in other files. */
function restsOnText({ code }: Checked): boolean {
  return !elsewhere.has(code);
}

/** Works for a while. Whether nothing is left to do. */
function isOver(work: Generator<void>): boolean {
  const end = performance.now() + sliceMs;
  while (performance.now() < end) if (work.next().done) return true;
  return false;
}

export function toLsp(found: Checked, text: OpenText): Diagnostic {
  return {
    source,
    code: found.code,
    codeDescription: { href: found.link },
    severity: severities[found.severity],
    message: withoutUrlPasswords(
      found.kubectl ? `${found.message}\nkubectl: ${found.kubectl}` : found.message,
    ),
    range: { start: text.positionAt(found.start), end: text.positionAt(found.end) },
  };
}
