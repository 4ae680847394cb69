import type { Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { FileError } from '../environment';
import { kubeconfigLink } from '../schema/links';
import { clientPair } from './client-pair';
import { fileContent, unreadableWords } from './files';
import { hasOtherCredential as isDispensable, keylessFixes } from './fixes/client-key';
import { inlineDataFixes, pemFixes } from './fixes/data';
import { removeFixes } from './fixes/remove';
import { mismatchWords, omittedWords, pemAdvice } from './pem-advice';
import { keyAt, valueAt } from './places';
import { type Finding, rule } from './rule';

function authInfo(user: UserEntry) {
  return user.decoded.value?.user ?? {};
}

export const clientCertificateTwice = rule({
  code: 'client-certificate-twice',
  severity: 'error',
  title: 'A client certificate or key is given as a file and as data',
  link: kubeconfigLink('AuthInfo'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const info = authInfo(user);
    // kubectl looks at the keys only if there is a certificate.
    if (!info['client-certificate'] && !info['client-certificate-data']) return;
    if (info['client-certificate'] && info['client-certificate-data']) {
      yield {
        ...keyAt(user, 'user', 'client-certificate'),
        message: 'The certificate is given twice. Keep "client-certificate" or "client-certificate-data".',
        kubectl: `client-cert-data and client-cert are both specified for ${user.name}. client-cert-data will override.`,
        fixes: () => removeFixes(document, user, ['user'], 'client-certificate', 'client-certificate-data'),
      };
    }
    if (info['client-key'] && info['client-key-data']) {
      yield {
        ...keyAt(user, 'user', 'client-key'),
        message: 'The key is given twice. Keep "client-key" or "client-key-data".',
        kubectl: `client-key-data and client-key are both specified for ${user.name}; client-key-data will override`,
        fixes: () => removeFixes(document, user, ['user'], 'client-key', 'client-key-data'),
      };
    }
  },
});

export const clientKeyMissing = rule({
  code: 'client-key-missing',
  severity: 'error',
  title: 'A client certificate has no key',
  link: kubeconfigLink('AuthInfo'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const info = authInfo(user);
    const certificate = info['client-certificate-data'] ? 'client-certificate-data' : 'client-certificate';
    if (!info[certificate] || info['client-key'] || info['client-key-data']) return;
    yield {
      ...keyAt(user, 'user', certificate),
      message: 'The certificate has no key. Add "client-key" or "client-key-data".',
      kubectl: `client-key-data or client-key must be specified for ${user.name} to use the clientCert authentication method.`,
      fixes: () => keylessFixes(document, user, certificate),
    };
  },
});

export const clientCertificateUnreadable = rule({
  code: 'client-certificate-unreadable',
  severity: 'error',
  title: 'The file of a client certificate or key cannot be read',
  link: kubeconfigLink('AuthInfo'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const info = authInfo(user);
    if (!info['client-certificate'] && !info['client-certificate-data']) return;
    for (const field of ['client-certificate', 'client-key'] as const) {
      const content = info[field] ? fileContent(info[field], context) : undefined;
      if (content && 'error' in content) yield unreadable(document, user, field, content.error);
    }
  },
});

function unreadable(
  document: Kubeconfig,
  user: UserEntry,
  field: 'client-certificate' | 'client-key',
  error: FileError,
): Finding {
  const { operation, path, reason } = error;
  const place = valueAt(user, 'user', field);
  const kubectl = `${operation} ${path}: ${reason}`;
  // A folder can be opened, and is found out when its file is read.
  if (operation === 'read') {
    return { ...place, message: `${path} is a folder. Name the PEM file in it.`, kubectl, stage: 'files' };
  }
  const what = field === 'client-key' ? 'client-key' : 'client-cert';
  const early = `unable to read ${what} ${path} for ${user.name} due to ${kubectl}`;
  const fixes = () => inlineDataFixes(document, user, ['user', field]);
  return { ...place, message: unreadableWords(error), kubectl: early, fixes };
}

export const clientCertificateBad = rule({
  code: 'client-certificate-bad',
  severity: 'error',
  title: 'A client certificate and its key are no PEM, or do not belong together',
  link: kubeconfigLink('AuthInfo'),
  stage: 'tls',
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const pair = clientPair(authInfo(user), context);
    if (!pair || pair.files) return;
    const { fault, guilty } = pair;
    const path = ['user', pair[guilty]];
    const fixes = () =>
      pair[guilty].endsWith('-data') ? pemFixes(document, user, path, isDispensable(user)) : [];
    yield { ...valueAt(user, ...path), message: wordsFor(user, pair), kubectl: fault, fixes };
  },
});

export const clientCertificateFileBad = rule({
  code: 'client-certificate-file-bad',
  severity: 'warning',
  title: 'The files of a client certificate and its key are no PEM, or do not belong together',
  link: kubeconfigLink('AuthInfo'),
  noFix: 'The files are at fault, not the kubeconfig.',
  subject: 'user',
  looksAt: 'environment',
  *check(user, _document, context) {
    const pair = clientPair(authInfo(user), context);
    if (!pair?.files) return;
    const message = `${wordsFor(user, pair)} kubectl goes on without it, and the server will not know you.`;
    yield { ...valueAt(user, 'user', pair[pair.guilty]), message };
  },
});

function wordsFor(user: UserEntry, pair: NonNullable<ReturnType<typeof clientPair>>): string {
  const field = pair[pair.guilty];
  if (authInfo(user)[field] === 'DATA+OMITTED') return omittedWords;
  if (pair.mismatch) return mismatchWords;
  const type = pair.guilty === 'key' ? 'PRIVATE KEY' : 'CERTIFICATE';
  return pemAdvice(type, pair.fault, field.endsWith('-data'));
}
