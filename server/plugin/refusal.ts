/** Why kubectl does not use what the plugin gave, by a stable code. */
export type Reason =
  | 'api-version-mismatch'
  | 'bad-expiration-timestamp'
  | 'bad-key-pair'
  | 'bad-stdout-syntax'
  | 'bad-token-character'
  | 'ca-unreadable'
  | 'cancelled'
  | 'cannot-start'
  | 'exit-status'
  | 'half-key-pair'
  | 'killed-by-signal'
  | 'no-credential'
  | 'no-status'
  | 'no-terminal'
  | 'not-an-object'
  | 'not-executable'
  | 'not-found'
  | 'not-judged'
  | 'output-too-large'
  | 'stdout-empty'
  | 'timed-out'
  | 'unknown-kind'
  | 'wrong-type';

/** kubectl's refusal. Its text may quote the plugin only where that is safe (see quote.ts). */
export class Refusal {
  constructor(
    readonly reason: Reason,
    /** The whole line (or lines) that kubectl prints; `null` where kubectl has no word for it. */
    readonly kubectl: string | null,
    /** What to put into the summary where the reason alone does not say it, such as an exit status. */
    readonly detail = '',
  ) {}
}

/** What the plugin causes, with kubectl's prefix. */
export function refuse(reason: Reason, message: string, detail = ''): Refusal {
  return new Refusal(reason, `Unable to connect to the server: getting credentials: ${message}`, detail);
}
