import type { Reason } from './refusal';

interface ReasonText {
  /** Completes "kubectl would reject it: …" or "There is no verdict: …". `%` stands for the refusal's detail. */
  readonly why: string;
  /** What happened and the next step, as sentences. */
  readonly message: string;
}

/** Reasons that a report may have. */
export const reasonCodes = (): string[] => Object.keys(reasons);

export const reasons: Readonly<Record<Reason, ReasonText>> = {
  'api-version-mismatch': {
    why: 'the plugin answered in another API version',
    message: 'The apiVersion on stdout must be exactly that of the exec block.',
  },
  'bad-expiration-timestamp': {
    why: 'expirationTimestamp is not a valid time',
    message: 'Write expirationTimestamp in RFC 3339, as in 2030-01-31T18:00:00Z, or leave it out.',
  },
  'bad-key-pair': {
    why: 'the certificate and its key are not a valid pair',
    message: 'Print the certificate and its unencrypted private key as PEM text; they must belong together.',
  },
  'bad-stdout-syntax': {
    why: 'stdout is neither JSON nor YAML',
    message: 'Print nothing but one ExecCredential on stdout; messages belong on stderr.',
  },
  'bad-token-character': {
    why: 'the token has a line break or another control character in it',
    message: 'Print the token without control characters. A line break at its end is the usual cause.',
  },
  'ca-unreadable': {
    why: "the cluster's CA file can't be read",
    message: 'The plugin was not run. Correct certificate-authority in the cluster.',
  },
  cancelled: {
    why: 'nothing was returned, because the run was cancelled',
    message: 'The run was cancelled, and the plugin was stopped.',
  },
  'cannot-start': {
    why: "the plugin can't be started",
    message: 'The system refused to start the plugin. Check its args and env.',
  },
  'exit-status': {
    why: 'the plugin exited with status %',
    message: 'A status other than 0 makes kubectl ignore stdout. The reason is usually on stderr.',
  },
  'half-key-pair': {
    why: '% is missing',
    message: 'A client certificate needs its key, and the key needs its certificate, even beside a token.',
  },
  'killed-by-signal': {
    why: 'the plugin was ended by %',
    message: 'The plugin was ended from outside or crashed.',
  },
  'no-credential': {
    why: 'status holds neither a token nor a certificate',
    message:
      'Put a token, or a certificate with its key, into status. The names of the fields are case-sensitive.',
  },
  'no-status': {
    why: 'there is no status',
    message: 'The credential belongs into status, as in {"status": {"token": "…"}}.',
  },
  'no-terminal': {
    why: 'the plugin needs a terminal, and there is none',
    message: 'interactiveMode is Always, so the plugin was not run. Run it from a terminal.',
  },
  'not-an-object': {
    why: 'stdout is not an object',
    message: 'Print an ExecCredential as a JSON object on stdout, and messages on stderr.',
  },
  'not-executable': {
    why: 'the plugin is not executable',
    message: 'Make the file executable, and a script start with a line such as #!/bin/sh.',
  },
  'not-found': {
    why: 'the plugin was not found',
    message:
      'Install the plugin, or correct command. A program started from the desktop may have a shorter PATH.',
  },
  'not-judged': {
    why: 'stdout is too much to be judged here: %',
    message: 'kubectl itself may well use it. Print JSON, with nothing in it but the ExecCredential.',
  },
  'output-too-large': {
    why: 'stdout is longer than %',
    message: 'That is too much for a credential. Print nothing but the ExecCredential on stdout.',
  },
  'stdout-empty': {
    why: 'the plugin printed nothing on stdout',
    message:
      'Print an ExecCredential on stdout. kubectl speaks of the version __internal when there is nothing.',
  },
  'timed-out': {
    why: 'there was no answer within %',
    message:
      'The plugin was stopped; kubectl itself would wait for ever. If it waits for a log-in, raise the time limit.',
  },
  'unknown-kind': {
    why: 'stdout is not an ExecCredential of a known version',
    message: 'Print kind ExecCredential with the apiVersion of the exec block.',
  },
  'wrong-type': {
    why: 'a field on stdout has the wrong type',
    message: 'Correct the field that kubectl names; in YAML put numbers and words such as yes in quotes.',
  },
};
