import { keyPairFault } from '../go/key-pair';
import type { AuthInfo } from '../schema';
import { fileContent } from './files';
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
  const certificate = info['client-certificate-data'] ? 'client-certificate-data' : 'client-certificate';
  const key = info['client-key-data'] ? 'client-key-data' : 'client-key';
  const certificatePem = textOf(info, certificate, context);
  const keyPem = textOf(info, key, context);
  if (certificatePem === undefined || keyPem === undefined) return undefined;
  const fault = pairFault(certificatePem, keyPem);
  if (fault === undefined) return undefined;
  const mismatch = isMismatch(fault);
  const guilty = mismatch || isAboutKey(fault) ? 'key' : 'certificate';
  return {
    certificate,
    key,
    files: certificate === 'client-certificate' && key === 'client-key',
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

function textOf(info: AuthInfo, field: BadPair['certificate' | 'key'], context: RuleContext) {
  const value = info[field];
  if (!value) return undefined;
  if (field.endsWith('-data')) return Buffer.from(value, 'base64').toString('latin1');
  const content = fileContent(value, context);
  return content && 'text' in content ? content.text : undefined;
}
