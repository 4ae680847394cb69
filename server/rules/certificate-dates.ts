import type { Environment } from '../environment';
import { readCertificate } from '../go/key-pair';
import { pemBlocks } from '../go/pem';
import { kubeconfigLink } from '../schema/links';
import { pemText } from './files';
import { valueAt } from './places';
import { remembering } from './remember';
import { rule } from './rule';
import { serverAddress } from './server-address';

export const clientCertificateExpired = rule({
  code: 'client-certificate-expired',
  severity: 'warning',
  title: 'The client certificate has expired, or is not valid yet',
  link: kubeconfigLink('AuthInfo'),
  noFix: 'Only who has issued the certificate can issue a new one.',
  subject: 'user',
  looksAt: 'environment',
  *check(user, _document, context) {
    const info = user.decoded.value?.user ?? {};
    const { environment } = context;
    const pem = pemText(info, 'client-certificate', context);
    const leaf = pem && periodsOf(pem.text)[0];
    const fault = environment && leaf && faultOf(leaf, environment);
    if (!fault) return;
    const message = fault.expired
      ? `This certificate expired on ${fault.date}; kubectl sends it, and the server will refuse it. Get a new one.`
      : `This certificate is not valid before ${fault.date}, so the server will refuse it. Check the clock.`;
    yield { ...valueAt(user, 'user', pem.field), message };
  },
});

export const certificateAuthorityExpired = rule({
  code: 'certificate-authority-expired',
  severity: 'warning',
  title: 'The certificate authority has expired, or is not valid yet',
  link: kubeconfigLink('Cluster'),
  noFix: 'Only the cluster has its new certificate authority.',
  subject: 'cluster',
  looksAt: 'environment',
  *check(cluster, _document, context) {
    const info = cluster.decoded.value?.cluster ?? {};
    const { environment } = context;
    if (!environment || serverAddress(info.server) !== 'https') return;
    const pem = pemText(info, 'certificate-authority', context);
    // Of several, one is enough.
    const faults = pem ? periodsOf(pem.text).map((period) => faultOf(period, environment)) : [];
    const last = faults
      .filter((each) => each !== undefined)
      .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
    if (!pem || !last || faults.includes(undefined)) return;
    const message = last.expired
      ? `This certificate authority expired on ${last.date}, so kubectl will trust no server. Get the cluster's new one.`
      : `This certificate authority is not valid before ${last.date}, so kubectl will trust no server. Check the clock.`;
    yield { ...valueAt(cluster, 'cluster', pem.field), message };
  },
});

/** Milliseconds since the epoch; `NaN` for a time that Node.js can't read. */
interface Period {
  readonly from: number;
  readonly to: number;
}

/** When the certificates of a PEM text are valid, as far as they can be read. */
const periodsOf = remembering((text = ''): readonly Period[] =>
  pemBlocks(text).flatMap(({ type, der }) => {
    const certificate = type === 'CERTIFICATE' ? readCertificate(der) : undefined;
    if (!certificate) return [];
    return { from: Date.parse(certificate.validFrom), to: Date.parse(certificate.validTo) };
  }),
);

function faultOf({ from, to }: Period, environment: Environment) {
  const now = environment.now();
  if (to < now) return { expired: true, date: dateOf(to) };
  return from > now ? { expired: false, date: dateOf(from) } : undefined;
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
