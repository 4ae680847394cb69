import { DerReader, isNegative, tags } from './der';
import { publicKeyFault } from './x509-public-key';

/**
 * What Go's x509.ParseCertificate says against the form of a certificate; `undefined` when it finds
 * nothing. OpenSSL, behind Node.js, is less strict. Names and what is inside extensions are left
 * to OpenSSL.
 */
export function certificateFormFault(der: Buffer): string | undefined {
  const input = new DerReader(der);
  const outer = input.sequence();
  if (!outer) return 'malformed certificate';
  const tbs = outer.sequence();
  if (!tbs) return 'malformed tbs certificate';
  const version = versionOf(tbs);
  if (typeof version === 'string') return version;
  const fault =
    serialFault(tbs) ??
    algorithmFault(tbs, outer) ??
    bodyFault(tbs, version) ??
    (outer.bits() ? undefined : 'malformed signature');
  if (fault) return fault;
  return input.isEmpty ? undefined : 'trailing data';
}

/** As people count: 1 to 3. A text is a fault. */
function versionOf(tbs: DerReader): number | string {
  if (tbs.next !== tags.contextConstructed(0)) return 1;
  const element = tbs.any();
  const content = element && new DerReader(element.body);
  const integer = content?.integer();
  if (!integer || !content?.isEmpty || integer.length > 4 || isNegative(integer)) return 'malformed version';
  const version = integer.readIntBE(0, integer.length) + 1;
  return version > 3 ? 'invalid version' : version;
}

function serialFault(tbs: DerReader): string | undefined {
  const serial = tbs.integer();
  if (!serial) return 'malformed serial number';
  return isNegative(serial) ? 'negative serial number' : undefined;
}

function algorithmFault(tbs: DerReader, outer: DerReader): string | undefined {
  const inner = tbs.element(tags.sequence);
  if (!inner) return 'malformed signature algorithm identifier';
  const repeated = outer.element(tags.sequence);
  if (!repeated) return 'malformed algorithm identifier';
  if (!inner.body.equals(repeated.body)) {
    return "inner and outer signature algorithm identifiers don't match";
  }
  const algorithm = new DerReader(inner.body);
  if (!algorithm.oid()) return 'malformed OID';
  return algorithm.isEmpty || algorithm.any() ? undefined : 'malformed parameters';
}

function bodyFault(tbs: DerReader, version: number): string | undefined {
  if (!tbs.sequence()) return 'malformed issuer';
  const validity = tbs.sequence();
  if (!validity) return 'malformed validity';
  const time = timeFault(validity) ?? timeFault(validity);
  if (time) return time;
  // Go says "issuer" for the subject, too.
  if (!tbs.sequence()) return 'malformed issuer';
  const spki = tbs.sequence();
  if (!spki) return 'malformed spki';
  return publicKeyFault(spki) ?? (version > 1 ? extensionsFault(tbs, version) : undefined);
}

/** Only the form of a time; whether there is such a day is left to OpenSSL. */
function timeFault(validity: DerReader): string | undefined {
  const { next } = validity;
  const text = validity.any()?.body.toString('latin1') ?? '';
  if (next === tags.utcTime) {
    return /^\d{10}(?:\d\d)?(?:Z|[+-]\d{4})$/.test(text) ? undefined : 'malformed UTCTime';
  }
  if (next !== tags.generalizedTime) return 'unsupported time format';
  return /^\d{14}(?:Z|[+-]\d{4})$/.test(text) ? undefined : 'malformed GeneralizedTime';
}

function extensionsFault(tbs: DerReader, version: number): string | undefined {
  if (!tbs.optional(tags.context(1))) return 'malformed issuerUniqueID';
  if (!tbs.optional(tags.context(2))) return 'malformed subjectUniqueID';
  if (version < 3 || tbs.next !== tags.contextConstructed(3)) return undefined;
  const element = tbs.any();
  const list = element && new DerReader(element.body).sequence();
  if (!list) return 'malformed extensions';
  const seen = new Set<string>();
  while (!list.isEmpty) {
    const extension = list.sequence();
    if (!extension) return 'malformed extension';
    const oid = extension.oid()?.toString('hex');
    if (oid === undefined) return 'malformed extension OID field';
    const flag = extension.next === tags.boolean ? extension.any() : true;
    if (!flag) return 'malformed extension critical field';
    if (!extension.element(tags.octetString)) return 'malformed extension value field';
    if (seen.has(oid)) return 'certificate contains duplicate extensions';
    seen.add(oid);
  }
  return undefined;
}
