import type { UserEntry } from '../document/kubeconfig';
import { kubeconfigLink } from '../schema/links';
import { keyAt } from './places';
import { rule } from './rule';

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
  *check(user) {
    const info = authInfo(user);
    // kubectl looks at the keys only if there is a certificate.
    if (!info['client-certificate'] && !info['client-certificate-data']) return;
    if (info['client-certificate'] && info['client-certificate-data']) {
      yield {
        ...keyAt(user, 'user', 'client-certificate'),
        message: 'The certificate is given twice. Keep "client-certificate" or "client-certificate-data".',
        kubectl: `client-cert-data and client-cert are both specified for ${user.name}. client-cert-data will override.`,
      };
    }
    if (info['client-key'] && info['client-key-data']) {
      yield {
        ...keyAt(user, 'user', 'client-key'),
        message: 'The key is given twice. Keep "client-key" or "client-key-data".',
        kubectl: `client-key-data and client-key are both specified for ${user.name}; client-key-data will override`,
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
  *check(user) {
    const info = authInfo(user);
    const certificate = info['client-certificate-data'] ? 'client-certificate-data' : 'client-certificate';
    if (!info[certificate] || info['client-key'] || info['client-key-data']) return;
    yield {
      ...keyAt(user, 'user', certificate),
      message: 'The certificate has no key. Add "client-key" or "client-key-data".',
      kubectl: `client-key-data or client-key must be specified for ${user.name} to use the clientCert authentication method.`,
    };
  },
});
