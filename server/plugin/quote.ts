import { redacted } from './secret';

/**
 * What may be quoted of the plugin's output: only what is short and has the shape of the thing that
 * should stand there. A token can stand anywhere, and its smallest telling piece has 12 characters.
 */
const telling = 12;

const kinds =
  /^(?:execcredentials?(?:list|spec|status)?|(?:config|token|access|secret|client|certificate)\w{0,11})$/i;
/** Humps that can be spoken, as in TokenReview. */
const camelCase = /^(?:[A-Z](?=[a-z]*[aeiouy])[a-z]{1,12}){2,5}$/;

export function quotableKind(kind: string): string {
  if (/^[\w.-]*$/.test(kind) && kind.length < telling) return kind;
  return kind.length <= 40 && (kinds.test(kind) || camelCase.test(kind)) ? kind : redacted;
}

const longLabels = new Set([
  'admissionregistration',
  'apiextensions',
  'apiregistration',
  'authentication',
  'authorization',
  'certificates',
  'coordination',
  'googleapis',
]);

export function quotableVersion(version: string): string {
  const [first = '', second, ...more] = version.split('/');
  const group = second === undefined ? '' : first;
  const last = second ?? first;
  const short = more.length === 0 && version.length <= 60 && /^[\w ]*$/.test(last) && last.length < telling;
  const labels = group.split('.');
  const plain = labels.every((label) => /^[A-Za-z0-9-]*$/.test(label) && isShort(label));
  // Many short labels could still spell a secret.
  const known = group.length < telling || /^[\w.-]*\.(?:k8s\.io|kubernetes\.io|com|io|dev)$/i.test(group);
  return short && plain && known && labels.length <= 5 ? version : redacted;
}

function isShort(label: string): boolean {
  return label.length < telling || longLabels.has(label.toLowerCase());
}

const words = new Set(
  (
    'Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    'Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec January February March April June July August ' +
    'September October November December T Z AM PM UTC GMT CET CEST EST EDT PST PDT MST ' +
    'in never soon now today tomorrow yesterday expired none null invalid hour hours minute minutes days'
  )
    .toLowerCase()
    .split(' '),
);

export function quotableTime(time: string): string {
  if (time.length < telling && /^[\x20-\x7e]*$/.test(time)) return time;
  if (time.length > 40 || !/^[\w .,:+-]*$/.test(time)) return redacted;
  const runs = time.match(/[A-Za-z]+|\d+/g) ?? [];
  const plain = runs.every((run) => (/\d/.test(run) ? run.length <= 10 : words.has(run.toLowerCase())));
  return plain ? time : redacted;
}

/** A YAML message: what stands in quotes is fixed text of the parser, or short, or masked. */
export function quotableYaml(message: string): string {
  return message
    .replace(/([Uu]nsupported map key of type|invalid map key): .*$/s, `$1: ${redacted}`)
    .replace(/(['"`])([^'"`]{8,})\1/g, `$1${redacted}$1`);
}
