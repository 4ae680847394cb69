import { allFields, kubeconfig } from '../../../server/schema';
import type { Random } from './random';

const names = [...new Set([...allFields(kubeconfig)].map(({ path }) => path.at(-1) ?? ''))];
const keys = [
  ...names,
  'Exec',
  'apiversion',
  'CLUSTER',
  'kind',
  'Kind',
  'APIVERSION',
  'server-name',
  '<<',
  '? a',
  '1',
  'y',
];
const group = 'client.authentication.k8s.io';
const values = [
  ...['yes', 'no', 'on', 'off', 'y', 'N', 'true', 'False', 'null', '~', 'Null', ''],
  ...[
    '0',
    '1',
    '-0',
    '+1',
    '017',
    '08',
    '0o17',
    '0x1F',
    '0b11',
    '1_000',
    '1__0',
    '1e3',
    '1.',
    '.5',
    '1.50',
    '.inf',
    '.nan',
  ],
  ...[
    '12:30:45',
    '190:20:30',
    '2024-01-01',
    '=',
    '.',
    '1,5',
    '18446744073709551616',
    '9007199254740993',
    '-9223372036854775809',
  ],
  ...['""', "''", '"a\\tb"', '"\\/"', '"\\u00e9"', '"\\ud83d\\ude00"', "'it''s'", '"a', '|', '>', '|-', '>+'],
  ...[
    '[]',
    '{}',
    '[a, b]',
    '[1, null]',
    '{a: b}',
    '[[a]]',
    '[a: b]',
    '- a',
    '? a',
    '!!str 1',
    '!!int "7"',
    '!x a',
    '!!binary YQ==',
    '!!null',
    '!!float 1',
    '!!bool yes',
    '&a b',
    '*a',
    '@a',
    '`a',
    '%a',
    'a: b',
    'a #b',
    'a#b',
  ],
  ...[
    'Never',
    'Always',
    'IfAvailable',
    'never',
    ' Never',
    `${group}/v1`,
    `${group}/v1beta1`,
    `${group}/v1alpha1`,
    'v1',
    'Config',
  ],
  ...[
    'https://127.0.0.1:36443',
    'http://127.0.0.1:36480',
    '127.0.0.1:36443',
    'https://',
    '//127.0.0.1',
    'https:/a',
    'ftp://127.0.0.1',
    'https://127.0.0.1:99999',
    'https://127.0.0.1:1/p?q#f',
    'https://u:p@127.0.0.1:1',
    'socks5://127.0.0.1:1',
    'HTTP://127.0.0.1:1',
    'localhost:1',
    'https://[::1]:1',
    'https://%zz',
  ],
  ...[
    'ca.crt',
    'alice.crt',
    'alice.key',
    'notpem.txt',
    'empty.crt',
    'token.txt',
    'emptytoken.txt',
    'nope.txt',
    '.',
    './bin',
    '/',
  ],
  ...[
    'YQ==',
    'YQ=',
    'YQ',
    'Y Q==',
    'YQ-_',
    'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K',
    'oracle-cred',
    './local-cred',
    'nope',
  ],
];
const marks = [
  '\t',
  ' ',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\0',
  '\u001b',
  '\r',
  ':',
  '-',
  '#',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '?',
  '\\',
  'é',
  '😀',
];

type Mutation = (lines: string[], random: Random) => void;

const line = (lines: readonly string[], random: Random) => random.below(Math.max(1, lines.length));
const edit = (lines: string[], at: number, change: (text: string) => string) => {
  lines[at] = change(lines[at] ?? '');
};
const withValue = (text: string, value: string) =>
  /^(\s*(?:- )*[^:#]*: ?)/.test(text)
    ? text.replace(/^(\s*(?:- )*[^:#]*:) ?.*$/, `$1 ${value.replaceAll('$', '$$$$')}`)
    : text.replace(/^(\s*- ?).*$/, `$1${value.replaceAll('$', '$$$$')}`);
const keyed = /^(\s*(?:- )*["']?)([^:"'#]+)(?=["']?:)/;

/** What people and programs do to a kubeconfig, and what they would never do. */
const mutations: readonly Mutation[] = [
  (lines, random) => lines.splice(line(lines, random), 1),
  (lines, random) => lines.splice(line(lines, random), 1 + random.below(4)),
  (lines, random) => {
    const at = line(lines, random);
    lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(4)));
  },
  (lines, random) => lines.splice(line(lines, random), 0, random.pick(['', ...lines])),
  (lines, random) => edit(lines, line(lines, random), (text) => ' '.repeat(1 + random.below(2)) + text),
  (lines, random) => edit(lines, line(lines, random), (text) => text.replace(/^ {1,2}/, '')),
  (lines, random) => edit(lines, line(lines, random), (text) => text.replace(/^(\s*)/, '$1\t')),
  ...Array<Mutation>(6).fill((lines, random) =>
    edit(lines, line(lines, random), (text) => withValue(text, random.pick(values))),
  ),
  ...Array<Mutation>(3).fill((lines, random) => {
    const at = line(lines, random);
    const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
    lines.splice(at, 0, `${indent}${random.pick(keys)}: ${random.pick(values)}`);
  }),
  (lines, random) =>
    edit(lines, line(lines, random), (text) => text.replace(keyed, `$1${random.pick(keys)}`)),
  (lines, random) =>
    edit(lines, line(lines, random), (text) =>
      text.replace(keyed, (_, before: string, key: string) => before + swapCase(key, random)),
    ),
  (lines, random) =>
    edit(lines, line(lines, random), (text) =>
      text.replace(/: (\S.*)$/, (_, value: string) => `: ${wrapped(value, random)}`),
    ),
  ...Array<Mutation>(2).fill((lines, random) =>
    edit(lines, line(lines, random), (text) => {
      const at = random.below(text.length + 1);
      return text.slice(0, at) + random.pick(marks) + text.slice(at + random.below(2));
    }),
  ),
  (lines, random) => lines.splice(line(lines, random)),
  (lines, random) => edit(lines, line(lines, random), (text) => `${text}\r`),
  (lines, random) =>
    lines.splice(line(lines, random), 0, random.pick(['---', '...', '# c', '', '%YAML 1.1', '{}', '"'])),
];

function swapCase(key: string, random: Random): string {
  return random.pick([
    key.toUpperCase(),
    key.toLowerCase(),
    key.charAt(0).toUpperCase() + key.slice(1),
    `${key}s`,
  ]);
}

function wrapped(value: string, random: Random): string {
  const forms = [
    `"${value}"`,
    `'${value}'`,
    `[${value}]`,
    `!!str ${value}`,
    `&a ${value}`,
    `${value} `,
    `${value}#`,
    `{a: ${value}}`,
  ];
  return random.pick(forms);
}

/** The text with one to three changes. */
export function mutate(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let left = 1 + random.below(3); left > 0; left--) random.pick(mutations)(lines, random);
  return lines.join('\n');
}
