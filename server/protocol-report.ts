/**
 * What a run has instead of what the kubeconfig and the terminal make of it. The file is not changed. What is
 * left out stays as it is.
 */
export interface RunOverrides {
  /** `client.authentication.k8s.io/…`: what the plugin is told, and has to answer in. The release must know it. */
  readonly apiVersion?: string | undefined;
  /**
   * What `spec.interactive` says, whatever `interactiveMode` is; `Always` without it is refused as kubectl does.
   * Standard input is a terminal only if there is one.
   */
  readonly interactive?: boolean | undefined;
  /** Whether `spec.cluster` is there, whatever `provideClusterInfo` is. */
  readonly provideClusterInfo?: boolean | undefined;
  /** Name of the cluster that the plugin is told about, whatever the context says. */
  readonly cluster?: string | undefined;
  /** Variables that are set besides those of the exec block or, with `null`, taken away. In a report every value is `''` or `null`. */
  readonly env?: Readonly<Record<string, string | null>> | undefined;
  /** Absolute path of the folder to run in. Default: that of the server. */
  readonly cwd?: string | undefined;
  /** Release of kubectl to do as, such as `1.29`. Default: that of the settings. */
  readonly kubernetesVersion?: string | undefined;
  /**
   * Text of the ExecCredential that is sent instead. A masked value at the place where the plan has it stands for what
   * it masks. In a report it is `''`: `execInfo` has it.
   */
  readonly execInfo?: string | undefined;
}

/**
 * What a run has shown, free of secrets by construction. Also the `--format json` output of `run`, which
 * has the same keys where kubectl would not come to run the plugin: the reason is `kubeconfig-refused`, or
 * `policy` if that is because of the user's kuberc, and what only a run could tell is `null`.
 */
export interface RunReport {
  readonly verdict: 'accepted' | 'rejected';
  /** A stable code for why it was rejected, such as `exit-status` or `no-status`. */
  readonly reason: string | null;
  /** One plain sentence: what happened, and what to do about it. */
  readonly summary: string;
  /** What kubectl prints when it rejects. Parts that quote the plugin's output may be masked. */
  readonly kubectl: string | null;
  readonly user: string;
  readonly context: string | null;
  readonly cluster: string | null;
  readonly kubeconfig: string;
  /** The ExecCredential that the plugin was given in KUBERNETES_EXEC_INFO; secrets in it masked. */
  readonly execInfo: ExecInfo | null;
  /** Where in the kubeconfig the fields of `execInfo` come from. Absent: nothing is known of it. */
  readonly execInfoSources?: readonly FieldSource[];
  readonly process: ProcessReport;
  readonly credential: CredentialReport | null;
  /**
   * What the plugin wrote to stderr, scrubbed, without control characters, at most 64 KiB. Of a line that was
   * written over, such as one of progress, what was seen last.
   */
  readonly stderr: string;
  /** How `stderr` looked in a terminal: in order, without a place in common. Where there is none it is plain. */
  readonly stderrStyles: readonly TextStyle[];
  readonly findings: readonly ReportFinding[];
  /** When the run started, RFC 3339, UTC. */
  readonly startedAt: string;
  /** What the run had instead of what the kubeconfig says. Absent: nothing. */
  readonly overrides?: RunOverrides;
  /** The plugin had the user's terminal, and its standard error went there. Absent: it had none. */
  readonly terminal?: true;
  /** What was judged in place of a plugin's output. Absent: a plugin was run. */
  readonly judged?: JudgedDocument;
}

export interface JudgedDocument {
  /** Name of the document. */
  readonly document: string;
  /** Of the exec block. */
  readonly apiVersion: string;
}

/** All of it is there, unless the run has sent an edited one: that may be any JSON object. */
export interface ExecInfo {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly spec?: {
    readonly cluster?: Readonly<Record<string, unknown>>;
    /** Before 1.22 it was not told. */
    readonly interactive?: boolean;
  };
}

/** A place in a kubeconfig: zero-based, UTF-16. */
export interface Place {
  /** URI of the file. */
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export interface FieldSource extends Place {
  /** JSON Pointer into `execInfo`, such as `/spec/cluster/server`. */
  readonly pointer: string;
}

export interface ProcessReport {
  readonly command: string;
  readonly resolvedPath: string | null;
  /** Secrets masked. */
  readonly args: readonly string[];
  /** Names of the variables that are set for it: those of the exec block and of the overrides. */
  readonly envNames: readonly string[];
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly cancelled: boolean;
  readonly durationMs: number;
  readonly phases: RunPhases;
  /** Bytes written to stdout; the bytes themselves are not kept. */
  readonly stdoutBytes: number;
}

/**
 * Milliseconds, to a tenth, from when the run began until each phase was over, in this order; `null`: the run
 * did not come that far.
 */
export interface RunPhases {
  /** The executable was found, and what it is given was put together. */
  readonly resolvedMs: number | null;
  /** The process was started. */
  readonly startedMs: number | null;
  /** Its first byte on stdout arrived. It may write nothing. */
  readonly firstByteMs: number | null;
  /** The process ended. A child of it may have held stdout for longer; `durationMs` is until that was closed. */
  readonly exitedMs: number | null;
  /** stdout was read as an ExecCredential. */
  readonly decodedMs: number | null;
  /** The ExecCredential was judged. */
  readonly judgedMs: number | null;
}

export interface CredentialReport {
  readonly token: TokenReport | null;
  readonly certificate: CertificateReport | null;
  /** As the plugin wrote it. */
  readonly expirationTimestamp: string | null;
  /** Milliseconds until it expires, negative when it has; counted when the report was made. */
  readonly expiresInMs: number | null;
}

export interface TokenReport {
  /** UTF-16 code units. */
  readonly length: number;
  /** What kind of token it looks like, in words: `JWT`, `opaque`, `AWS EKS (presigned URL)`, … */
  readonly kind: string;
  /** Header and claims; the signature is not kept. Values that may be secret are masked. */
  readonly jwt: { readonly header: unknown; readonly claims: unknown } | null;
}

export interface CertificateReport {
  readonly subject: string;
  readonly issuer: string;
  readonly subjectAltNames: readonly string[];
  readonly serialNumber: string;
  /** RFC 3339, UTC. */
  readonly notBefore: string;
  /** RFC 3339, UTC. */
  readonly notAfter: string;
  /** Whether the private key belongs to it; `null` when there is no readable key. */
  readonly keyMatches: boolean | null;
  /** How many certificates there are, this one and its issuers. */
  readonly chainLength: number;
  /** The issuers that are there, in their order. Absent: none. */
  readonly chain?: readonly ChainLink[];
}

export interface ChainLink {
  readonly subject: string;
  readonly issuer: string;
  /** RFC 3339, UTC. */
  readonly notBefore: string;
  /** RFC 3339, UTC. */
  readonly notAfter: string;
}

export interface ReportFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** What in the kubeconfig it is about. Absent: nothing there. */
  readonly place?: Place;
  /** What would put it right in the kubeconfig. */
  readonly fix?: Fix;
}

export interface Fix {
  /** In the imperative, for a button. */
  readonly title: string;
  /** What `apiVersion` of the exec block has to be. */
  readonly apiVersion: string;
}

/** How a part of a text looks. What is not named is as usual. */
export interface TextStyle {
  /** UTF-16 offsets; never empty. */
  readonly start: number;
  readonly end: number;
  readonly foreground?: TerminalColor;
  readonly background?: TerminalColor;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Foreground and background are exchanged, also if they are not named. */
  readonly inverse?: true;
  readonly strikethrough?: true;
}

/** One of a terminal's sixteen, whose shade the theme decides (`red` is VS Code's `terminal.ansiRed`), or `#rrggbb`. */
export type TerminalColor = BaseColor | `bright${Capitalize<BaseColor>}` | `#${string}`;

type BaseColor = 'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white';
