import { keyPairFault } from '../go/key-pair';
import type { AuthInfo } from '../schema';
import { pemText } from './files';
import { remembering } from './remember';
import type { RuleContext } from './rule';

/** A client certificate and key that Go cannot use, and where they are. */
export interface BadPair {
  readonly certificate: 'client-certificate' | 'client-certificate-data';
  readonly key: 'client-key' | 'client-key-data';
  /** Both are files: kubectl loads them late, and only logs that it cannot. */
  readonly files: boolean;
  /** In Go's words. */
  readonly fault: string;
  readonly guilty: 'certificate' | 'key';
  readonly mismatch: boolean;
}

const pairFault = remembering((certificate = '', key = '') => keyPairFault(certificate, key));

export function clientPair(info: AuthInfo, context: RuleContext): BadPair | undefined {
  const certificate = pemText(info, 'client-certificate', context);
  const key = pemText(info, 'client-key', context);
  if (!certificate || !key) return undefined;
  const fault = pairFault(certificate.text, key.text);
  if (fault === undefined) return undefined;
  const mismatch = isMismatch(fault);
  const guilty = mismatch || isAboutKey(fault) ? 'key' : 'certificate';
  return {
    certificate: certificate.field,
    key: key.field,
    files: certificate.field === 'client-certificate' && key.field === 'client-key',
    fault,
    guilty,
    mismatch,
  };
}

/** Whether Go complains of the key and not of the certificate. */
export function isAboutKey(fault: string): boolean {
  return /key input|private key$/.test(fault);
}

export function isMismatch(fault: string): boolean {
  return fault.includes('does not match');
}
