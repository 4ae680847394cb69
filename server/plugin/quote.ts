import { redacted } from '../credential/secret';

/**
 * What may be quoted of the plugin's output: only what is short and has the shape of the thing that
 * should stand there. A token can stand anywhere, and its smallest telling piece has 12 characters.
 */
const telling = 12;

const kinds =
  /^(?:exec[ _-]?credentials?(?:list|spec|status)?|(?:config|token|access|secret|client|certificate)\w{0,11})$/i;
/** Humps that can be spoken, as in TokenReview. */
const camelCase = /^(?:[A-Z](?=[a-z]*[aeiouy])[a-z]{1,12}){2,5}$/;

export function quotableKind(kind: string): string {
  const bare = withoutSpaces(kind);
  if (/^[\w.-]*$/.test(bare) && kind.length < telling) return kind;
  return kind.length <= 40 && (kinds.test(bare) || camelCase.test(bare)) ? kind : redacted;
}

/** A long word of plain letters that can be spoken, such as `authentication`. */
const spoken = /^(?!.*[^aeiouy]{5})[a-z]{1,21}$/i;

export function quotableVersion(version: string): string {
  if (version.length < telling && /^[\w ./-]*$/.test(version)) return version;
  const [group = '', ...parts] = version.split('/');
  const [last = ''] = parts;
  const labels = withoutSpaces(group).split('.');
  if (version.length > 60 || labels.length > 5 || !labels.every(isPlainLabel)) return redacted;
  // Many short labels, or two short words, could still spell a secret.
  const known = /\.(?:k8s\.io|kubernetes\.io|com|io|dev)$/i.test(withoutSpaces(group));
  const plain = known
    ? parts.length <= 2 && parts.every(isShortWord)
    : parts.length === 1 && /^v\d+(?:(?:alpha|beta)\d+)?$/.test(last);
  return plain ? version : redacted;
}

/** Any other white space would be spelt out, and here nothing is. */
function withoutSpaces(text: string): string {
  return text.replace(/^ +| +$/g, '');
}

function isShortWord(word: string): boolean {
  return word.length < telling && /^[\w ]*$/.test(word);
}

function isPlainLabel(label: string): boolean {
  const parts = label.split('-');
  return parts.every((part) => spoken.test(part) || (isShortWord(part) && !part.includes('_')));
}

const words = new Set(
  (
    'Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
    'Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec January February March April June July August ' +
    'September October November December T Z AM PM UTC GMT CET CEST EST EDT PST PDT MST ' +
    'in at on next last this never soon now today tomorrow yesterday expires expired none null invalid ' +
    'year years month months week weeks w day days hour hours minute minutes second seconds'
  )
    .toLowerCase()
    .split(' '),
);

export function quotableTime(time: string): string {
  if (time.length < telling && /^[\x20-\x7e]*$/.test(time)) return time;
  if (time.length > 40 || !/^[\w .,:/+-]*$/.test(time)) return redacted;
  const runs = time.match(/[A-Za-z]+|\d+/g) ?? [];
  const plain = runs.every((run) => (/\d/.test(run) ? run.length <= 10 : words.has(run.toLowerCase())));
  return plain ? time : redacted;
}

/** A YAML message: what stands in quotes is fixed text of the parser, or short, or masked. */
export function quotableYaml(message: string): string {
  return message
    .replace(/([Uu]nsupported map key of type|invalid map key): .*$/s, `$1: ${redacted}`)
    .replace(
      /(cannot decode !!\w+ )`(.*)`( as a !!)/s,
      (_, before, text, after) => `${before}\`${brief(text)}\`${after}`,
    )
    .replace(/(['"`])([^'"`]{8,})\1/g, `$1${redacted}$1`);
}

function brief(text: string): string {
  return text.length < 8 ? text : redacted;
}
