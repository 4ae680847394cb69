/** A version of `client.authentication.k8s.io`; the field in a kubeconfig is `execApiVersion(version)`. */
export type Version = 'v1' | 'v1beta1';

export type InteractiveMode = 'Never' | 'IfAvailable' | 'Always';

/** A piece of a value: text, or something that only the user knows. */
export type Part = string | Placeholder;

export interface Placeholder {
  /** What to fill in, in words joined by hyphens: `cluster-name`. */
  readonly placeholder: string;
  /** Where there are only so many; the first is the best guess. */
  readonly choices: readonly string[];
}

/** One argument. Its parts follow each other without a gap. */
export interface ArgTemplate {
  readonly parts: readonly Part[];
  /** The plugin works without it. A flag and its value are two arguments, both optional. */
  readonly optional: boolean;
}

export interface EnvTemplate {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly optional: boolean;
}

/** The exec block to write. kubectl accepts it as it is, placeholders and all. */
export interface ExecTemplate {
  readonly command: string;
  readonly args: readonly ArgTemplate[];
  readonly env: readonly EnvTemplate[];
  readonly version: Version;
  readonly interactiveMode: InteractiveMode;
  readonly provideClusterInfo: boolean;
}

/** In which version the plugin answers. */
export interface Answers {
  /** The versions it can answer in. Empty: not known. */
  readonly versions: readonly Version[];
  /**
   * - `follows-request`: in the one that kubectl asks for, which is the entry's
   * - `fixed`: always in the same, whatever is asked for
   * - `by-flag`, `by-env`: in the one that `chosenBy` names, which has to be the entry's
   */
  readonly behaviour: 'follows-request' | 'fixed' | 'by-flag' | 'by-env' | 'unknown';
  /** Flag or environment variable that names a version; also where only one value is allowed. */
  readonly chosenBy: string | null;
  /** The version that it answers in without it. */
  readonly unchosen: Version | null;
  /** What holds since which release of the plugin. */
  readonly since: string | null;
}

export interface Flag {
  /** All spellings, the usual one first: `--login`, `-l`. */
  readonly names: readonly string[];
  readonly description: string;
  /** What its value is, such as `cluster-name`; null for a switch. */
  readonly value: string | null;
  /** Its value must not be seen: `kubectl config view` prints args in clear. */
  readonly secret: boolean;
  /** The values that it can have, with what they mean; null where it can be any. */
  readonly values: Readonly<Record<string, string>> | null;
  /** The plugin itself makes the home folder of a `~` at its start. */
  readonly expandsHome: boolean;
}

export interface Variable {
  readonly name: string;
  readonly description: string;
  readonly secret: boolean;
  /** The plugin itself makes the home folder of a `~` at its start. */
  readonly expandsHome: boolean;
}

export interface CommonError {
  /** What the user sees, in part. */
  readonly message: string;
  readonly cause: string;
  readonly fix: string;
}

/** How an exec block shows that it runs the plugin. */
export interface Detect {
  /** Names of the executable, lower case, without folder and `.exe`. `kubectl NAME` is `kubectl-NAME`. */
  readonly commands: readonly string[];
  /** Subcommand: the words among the arguments, in this order; several ways to write it. */
  readonly words: readonly (readonly string[])[];
  /** One of these flags has to be there too. Empty: none has to. */
  readonly flags: readonly string[];
  /** Flags, or starts of names of variables, by which it is told from another program of the same name. */
  readonly marks: readonly string[];
  /** Container images whose entry point is the command, without tag. */
  readonly images: readonly string[];
}

/** What is known of a credential plugin. Null is: not known. */
export interface KnownPlugin {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly detect: Detect;
  readonly exec: ExecTemplate;
  readonly answers: Answers;
  /** It does not work unless the entry has `provideClusterInfo: true`. */
  readonly needsClusterInfo: boolean | null;
  /** Without these flags it needs cluster information; with all of them it does not. Mostly empty. */
  readonly insteadOfClusterInfo: readonly string[];
  /** What it reads from the cluster's extension `client.authentication.k8s.io/exec`: key to meaning. */
  readonly extension: Readonly<Record<string, string>>;
  /** It may ask something on standard input, when it has no session or credentials. */
  readonly prompts: boolean | null;
  readonly credential: 'token' | 'certificate' | 'token or certificate' | 'what is stored';
  /** How long the credential lasts, in words. */
  readonly lifetime: string | null;
  /** One sentence for `installHint`, which kubectl prints when the command is not on PATH. */
  readonly installHint: string | null;
  readonly docsUrl: string | null;
  readonly flags: readonly Flag[];
  readonly env: readonly Variable[];
  readonly errors: readonly CommonError[];
}

export function execApiVersion(version: Version): string {
  return `client.authentication.k8s.io/${version}`;
}
