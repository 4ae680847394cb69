import type { ClusterEntry, Kubeconfig } from '../document/kubeconfig';
import { removeField } from '../edits/remove-field';
import { kubeconfigLink } from '../schema/links';
import { caFaultOf } from './ca';
import { unreadableWords } from './files';
import { inlineDataFixes, pemFixes } from './fixes/data';
import { fix } from './fixes/fix';
import { removeFixes } from './fixes/remove';
import { isSince, kubectlName } from './kubernetes-version';
import { omittedWords, pemAdvice } from './pem-advice';
import { keyAt, valueAt } from './places';
import { rule } from './rule';

export const certificateAuthorityTwice = rule({
  code: 'certificate-authority-twice',
  severity: 'error',
  title: 'The certificate authority is given as a file and as data',
  link: kubeconfigLink('Cluster'),
  stage: 'validate',
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster, document) {
    const info = cluster.decoded.value?.cluster;
    if (!info?.['certificate-authority'] || !info['certificate-authority-data']) return;
    yield {
      ...keyAt(cluster, 'cluster', 'certificate-authority'),
      message: 'The CA is given twice. Keep "certificate-authority" or "certificate-authority-data".',
      kubectl: `certificate-authority-data and certificate-authority are both specified for ${cluster.name}. certificate-authority-data will override.`,
      fixes: () =>
        removeFixes(document, cluster, ['cluster'], 'certificate-authority', 'certificate-authority-data'),
    };
  },
});

export const certificateAuthorityUnreadable = rule({
  code: 'certificate-authority-unreadable',
  severity: 'error',
  title: 'The file of the certificate authority cannot be read',
  link: kubeconfigLink('Cluster'),
  stage: 'validate',
  subject: 'cluster',
  looksAt: 'environment',
  *check(cluster, document, context) {
    const fault = caFaultOf(cluster, context);
    if (fault?.kind !== 'unreadable') return;
    const { path, reason } = fault.error;
    yield {
      ...valueAt(cluster, 'cluster', 'certificate-authority'),
      message: unreadableWords(fault.error),
      kubectl: `unable to read certificate-authority ${path} for ${cluster.name} due to open ${path}: ${reason}`,
      fixes: () => inlineDataFixes(document, cluster, ['cluster', 'certificate-authority']),
    };
  },
});

export const insecureWithCertificateAuthority = rule({
  code: 'insecure-with-certificate-authority',
  severity: 'error',
  title: '`insecure-skip-tls-verify` stands beside a certificate authority',
  link: kubeconfigLink('Cluster'),
  stage: 'tls',
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster, document) {
    const info = cluster.decoded.value?.cluster;
    if (!info?.['insecure-skip-tls-verify']) return;
    if (!info['certificate-authority'] && !info['certificate-authority-data']) return;
    yield {
      ...keyAt(cluster, 'cluster', 'insecure-skip-tls-verify'),
      message: 'With a CA the server is verified, so this contradicts it. Remove "insecure-skip-tls-verify".',
      kubectl: 'specifying a root certificates file with the insecure flag is not allowed',
      fixes: () => removeFixes(document, cluster, ['cluster'], 'insecure-skip-tls-verify'),
    };
  },
});

export const certificateAuthorityBad = rule({
  code: 'certificate-authority-bad',
  severity: 'error',
  title: 'The certificate authority is not a PEM certificate',
  link: kubeconfigLink('Cluster'),
  stage: 'tls',
  subject: 'cluster',
  looksAt: 'environment',
  *check(cluster, document, context) {
    const fault = caFaultOf(cluster, context);
    if (fault?.kind === 'directory') {
      const place = valueAt(cluster, 'cluster', 'certificate-authority');
      const message = `${fault.path} is a folder. Name the PEM file in it.`;
      const kubectl = `read ${fault.path}: is a directory`;
      if (!isSince(context, '1.20') || !pluginWantsIt(cluster, document))
        yield { ...place, message, kubectl, stage: 'files' };
      else {
        const early = `failed to load CA bundle for execProvider: ${kubectl}`;
        yield { ...place, message, kubectl: early, stage: 'plugin' };
      }
    }
    if (fault?.kind !== 'content') return;
    const omitted = cluster.decoded.value?.cluster?.['certificate-authority-data'] === 'DATA+OMITTED';
    yield {
      ...valueAt(cluster, 'cluster', fault.field),
      message: omitted ? omittedWords : pemAdvice('CERTIFICATE', fault.reason, fault.field.endsWith('-data')),
      kubectl: `unable to load root certificates: ${fault.reason}`,
      fixes: () =>
        fault.field.endsWith('-data') ? pemFixes(document, cluster, ['cluster', fault.field], true) : [],
    };
  },
});

export const certificateAuthorityEmpty = rule({
  code: 'certificate-authority-empty',
  severity: 'warning',
  title: 'The file of the certificate authority is empty, so no server is trusted (since 1.36)',
  link: kubeconfigLink('Cluster'),
  subject: 'cluster',
  looksAt: 'environment',
  *check(cluster, document, context) {
    const fault = caFaultOf(cluster, context);
    // Before that it meant the system's certificates.
    if (fault?.kind !== 'empty' || !isSince(context, '1.36')) return;
    yield {
      ...valueAt(cluster, 'cluster', 'certificate-authority'),
      message: `${fault.path} is empty, so ${kubectlName(context)} trusts no server. Put the CA's PEM certificate into it, or remove "certificate-authority".`,
      fixes: () =>
        fix(
          'choice',
          'Remove "certificate-authority"',
          removeField(document, cluster, ['cluster', 'certificate-authority']),
        ),
    };
  },
});

/** With provideClusterInfo the file is first read for the plugin, which kubectl words differently. */
function pluginWantsIt(cluster: ClusterEntry, document: Kubeconfig): boolean {
  return document
    .contextsOf(cluster)
    .some((context) => document.userOf(context)?.decoded.value?.user?.exec?.provideClusterInfo === true);
}
