import type { ChainLink, ExecInfo, ReportFinding, TextStyle } from '../protocol';
import type { OutcomeName } from './outcome';

/**
 * A run in words: what the command line prints, the result view shows and "Copy report" copies. It adds
 * nothing to the report, so it holds no secret either.
 */
export interface Description {
  /** Whether a plugin was run, or a document judged in its place. */
  readonly of: 'run' | 'document';
  readonly outcome: OutcomeName;
  /** One plain sentence. */
  readonly headline: string;
  /** Whom it is about: user, context and cluster, as far as there are some. */
  readonly about: readonly Row[];
  /** What the run had instead of what the kubeconfig says, each in a few words. */
  readonly simulated: readonly string[];
  /** What kubectl prints if it rejects. */
  readonly kubectl: string | null;
  readonly findings: readonly Finding[];
  readonly sections: readonly Section[];
}

export interface Finding extends ReportFinding {
  /** Where it is, such as `line 7`. */
  readonly at?: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** One sentence, where there is nothing else to show. */
  readonly note?: string;
  /** Text of several lines, such as JSON or standard error. */
  readonly text?: string;
  /** How `text` looks where it is not plain. */
  readonly styles?: readonly TextStyle[];
  /** The labels are names of claims. */
  readonly claims?: true;
  readonly life?: Life;
  readonly timeline?: readonly TimelinePhase[];
  /** The certificate itself, then its issuers. */
  readonly chain?: readonly ChainLink[];
  /** What `text` is the JSON of. */
  readonly input?: Input;
}

export interface Row {
  readonly label: string;
  readonly value: string;
  /** Whether the value is taken from a file or a program, not one of our words. */
  readonly verbatim?: true;
  /** A part of the section shows the same as a picture. */
  readonly drawn?: true;
}

/** Milliseconds since the epoch. */
export interface Life {
  readonly from: number;
  readonly until: number;
  /** What says so. */
  readonly by: 'expirationTimestamp' | 'exp of the token' | 'the certificate';
}

/** Milliseconds since the run began. */
export interface TimelinePhase {
  readonly name: string;
  /** What happens in it, in a few words. */
  readonly about: string;
  /** `null`: the run did not come that far, or there was nothing of it. */
  readonly time: { readonly start: number; readonly end: number } | null;
}

export interface Input {
  readonly value: ExecInfo;
  readonly sources: readonly {
    /** JSON Pointer into `value`. */
    readonly pointer: string;
    /** Where it comes from, such as `line 7`. */
    readonly at: string;
  }[];
}
