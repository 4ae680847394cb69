import { Secret } from '../credential/secret';
import type { ReportFinding } from '../protocol';
import type { Status } from './status';

interface TokenFault {
  readonly code: string;
  readonly pattern: RegExp;
  readonly message: string;
}

/** What kubectl sends without complaint and a server can't use. The first that fits is reported. */
const faults: readonly TokenFault[] = [
  {
    code: 'bearer-prefix',
    pattern: /^\s*bearer\s/i,
    message: 'The token starts with "Bearer". Leave that out: kubectl adds it itself.',
  },
  {
    code: 'token-white-space',
    pattern: /\s/,
    message: 'The token has white space in it, at its ends or inside. Print it without.',
  },
  {
    code: 'token-quotes',
    pattern: /^["'].*["']$/s,
    message: 'The token has quotes around it. Print it without.',
  },
  {
    code: 'token-not-ascii',
    pattern: /[^\x20-\x7e\s]/,
    message: 'The token has characters in it that no bearer token may have.',
  },
];

export function tokenFindings({ token }: Status): ReportFinding[] {
  const text = Secret.reveal(token);
  const fault = faults.find(({ pattern }) => pattern.test(text));
  return fault ? [{ code: fault.code, severity: 'warning', message: fault.message }] : [];
}
