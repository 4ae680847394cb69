import type { Entry } from '../document/entry';
import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import type { LocatedNode, Pair } from '../document/node';
import type { Edit } from '../edits/edit';
import type { Environment } from '../environment';
import type { Levels } from './levels';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * When kubectl finds the fault, in its order. A fault of an earlier stage hides the later ones.
 *
 * - `load`: reading and decoding the file; one message per file
 * - `convert`: names that occur twice; one message per file
 * - `validate`: the user and the cluster of the context; all messages together
 *
 * Then the client is built, and the first message ends it. Only for an https server:
 *
 * - `credential`: reading the user's files
 * - `plugin`: preparing the plugin
 * - `files`: reading certificates and keys; kubectl asks for a user name before it if there is no credential
 * - `tls`: what is in them
 * - `token`: what is in the token file
 *
 * And for any server:
 *
 * - `server`: its address
 *
 * And at last, when it is about to start the plugin:
 *
 * - `policy`: what the user's preferences allow
 */
export type Stage =
  | 'load'
  | 'convert'
  | 'validate'
  | 'credential'
  | 'plugin'
  | 'files'
  | 'tls'
  | 'token'
  | 'server'
  | 'policy';

/** A place to point at. Offsets count from `entry`, or from the document's start without one. */
export interface Place {
  readonly entry?: Entry | undefined;
  readonly start: number;
  readonly end: number;
}

/** A way to put a finding right. */
export interface Fix {
  /** In the imperative and sentence case, without a secret: `Quote the value`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /**
   * - `safe`: what kubectl makes of the document stays as it is, or, where kubectl refuses it for how text is
   *   written, the text stays letter by letter; made by "fix all" when the editor saves
   * - `repair`: changes it in the one sensible way, without a choice; also made by `check --fix`
   * - `choice`: one of several ways, or one that drops something; made only by hand
   */
  readonly kind: 'safe' | 'repair' | 'choice';
}

/** What a rule found. */
export interface Finding extends Place {
  /** Plain words in sentence case, with the next step. */
  readonly message: string;
  /** What kubectl says of just this fault, without any prefix. */
  readonly kubectl?: string;
  /** Where it is not the rule's. */
  readonly stage?: Stage;
  /** Page on the very field, where the rule is about any. */
  readonly link?: string | undefined;
  /** How to put it right, the preferred way first. Worked out only when somebody asks. */
  readonly fixes?: (() => readonly Fix[]) | undefined;
}

/** What a rule may look at besides its subject. */
export interface RuleContext {
  /** Absent where there is no machine to look at. */
  readonly environment: Environment | undefined;
  /** Folder that relative paths count from, absolute; absent for a text without a file. */
  readonly directory: string | undefined;
  /** Release of kubectl to judge for, such as `1.27`. Default: the newest known. */
  readonly kubernetesVersion?: string | undefined;
  /** Rules that are shown in another way, or not at all. */
  readonly levels?: Levels | undefined;
  /** Present if what was found may be kept until something changes. */
  readonly machine?: KnownMachine | undefined;
}

/** Tells when the files of this machine may have changed, and who looks at which. */
export interface KnownMachine {
  /** Another object when they may have changed, the time included. */
  readonly state: object;
  /** Which paths some synchronous work asks for. */
  noting<R>(work: () => R): { readonly result: R; readonly paths: ReadonlySet<string> };
  /** Paths that were asked for before, and count as asked for again. */
  note(paths: Iterable<string>): void;
}

interface RuleBase {
  /** Stable, kebab-case: shown to the user, used in settings. */
  readonly code: string;
  /** `error` only if kubectl refuses a context, an ExecCredential or a kuberc because of it. */
  readonly severity: Severity;
  /** What is wrong, in a few words: the row of the README's table. */
  readonly title: string;
  /** Page that explains the field or the behaviour. */
  readonly link: string;
  /** Present if kubectl refuses. */
  readonly stage?: Stage;
  /** Why there is no quick fix; present if and only if no finding of the rule has one. */
  readonly noFix?: string;
}

/** Its result depends on one entry, also on those it names, or also on files of this machine. */
interface EntryRule {
  readonly looksAt: 'entry' | 'references' | 'environment';
}

export interface UserRule extends RuleBase, EntryRule {
  readonly subject: 'user';
  check(user: UserEntry, document: Kubeconfig, context: RuleContext): Iterable<Finding>;
}

export interface ClusterRule extends RuleBase, EntryRule {
  readonly subject: 'cluster';
  check(cluster: ClusterEntry, document: Kubeconfig, context: RuleContext): Iterable<Finding>;
}

export interface ContextRule extends RuleBase, EntryRule {
  readonly subject: 'context';
  check(context: ContextEntry, document: Kubeconfig): Iterable<Finding>;
}

export interface KubeconfigRule extends RuleBase {
  readonly subject: 'kubeconfig';
  readonly looksAt: 'file' | 'references' | 'environment';
  check(document: Kubeconfig, context: RuleContext): Iterable<Finding>;
}

export interface CredentialRule extends RuleBase {
  readonly subject: 'exec-credential';
  readonly looksAt: 'file';
  check(document: LocatedDocument, context: RuleContext): Iterable<Finding>;
}

/** For kubectl's preferences. */
export interface KubercRule extends RuleBase {
  readonly subject: 'kuberc';
  readonly looksAt: 'file';
  check(document: LocatedDocument, context: RuleContext): Iterable<Finding>;
}

/** For every kind of document. */
export interface DocumentRule extends RuleBase {
  readonly subject: 'document';
  readonly looksAt: 'file';
  /** The sections whose entries it looks at, in kubectl's order. Default: all, by their names. */
  readonly sections?: readonly string[];
  /** What is found outside of entries, after what is found in them. */
  check?(document: LocatedDocument, context: RuleContext): Iterable<Finding>;
  /** What is found in an entry, of any section. It may look only at the entry, but for its fixes. */
  checkEntry?(entry: Entry, document: LocatedDocument, context: RuleContext): Iterable<Finding>;
}

export type Rule =
  | UserRule
  | ClusterRule
  | ContextRule
  | KubeconfigRule
  | CredentialRule
  | KubercRule
  | DocumentRule;

/** Fixes the exact type of a rule while checking it. */
export function rule<R extends Rule>(definition: R): R {
  return definition;
}

/** A place: the value of a node, or the key of a pair. */
export function onValue(entry: Entry, node: LocatedNode): Place {
  return { entry, start: node.start, end: node.end };
}

export function onKey(entry: Entry, pair: Pair): Place {
  return { entry, start: pair.key.start, end: pair.key.end };
}
