import type { RunReport } from '../../server/protocol';

type Check = (value: unknown) => boolean;

export const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const place = { uri: isText, line: isNumber, character: isNumber };
const link = { subject: isText, issuer: isText, notBefore: isText, notAfter: isText };
const phase = orNull(isNumber);
const phases = shape({
  resolvedMs: phase,
  startedMs: phase,
  firstByteMs: phase,
  exitedMs: phase,
  decodedMs: phase,
  judgedMs: phase,
});
const ran = shape({
  command: isText,
  resolvedPath: orNull(isText),
  args: list(isText),
  envNames: list(isText),
  exitCode: orNull(isNumber),
  signal: orNull(isText),
  timedOut: isBoolean,
  cancelled: isBoolean,
  durationMs: isNumber,
  phases,
  stdoutBytes: isNumber,
});
const token = shape({
  length: isNumber,
  kind: isText,
  jwt: orNull(shape({ header: isObject, claims: isObject })),
});
const certificate = shape({
  ...link,
  subjectAltNames: list(isText),
  serialNumber: isText,
  keyMatches: orNull(isBoolean),
  chainLength: isNumber,
  chain: orAbsent(list(shape(link))),
});
const credential = shape({
  token: orNull(token),
  certificate: orNull(certificate),
  expirationTimestamp: orNull(isText),
  expiresInMs: orNull(isNumber),
});
const finding = shape({
  code: isText,
  severity: oneOf('error', 'warning', 'information', 'hint'),
  message: isText,
  place: orAbsent(shape(place)),
  fix: orAbsent(shape({ title: isText, apiVersion: isText })),
});
const color = orAbsent(isText);
const style = shape({ start: isNumber, end: isNumber, foreground: color, background: color });
const overrides = shape({
  apiVersion: orAbsent(isText),
  cluster: orAbsent(isText),
  env: orAbsent(isObject),
  cwd: orAbsent(isText),
  kubernetesVersion: orAbsent(isText),
});

const report = shape({
  verdict: oneOf('accepted', 'rejected'),
  reason: orNull(isText),
  summary: isText,
  kubectl: orNull(isText),
  user: isText,
  context: orNull(isText),
  cluster: orNull(isText),
  kubeconfig: isText,
  execInfo: orNull(isObject),
  execInfoSources: orAbsent(list(shape({ pointer: isText, ...place }))),
  process: ran,
  credential: orNull(credential),
  stderr: isText,
  stderrStyles: list(style),
  findings: list(finding),
  startedAt: isText,
  overrides: orAbsent(overrides),
  judged: orAbsent(shape({ document: isText, apiVersion: isText })),
});

/** Whether a value can be described as a report can. Whether what it says is true can't be known. */
export const isReport = (value: unknown): value is RunReport => report(value);
