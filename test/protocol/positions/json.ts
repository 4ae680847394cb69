import { type CompletionRow, jsonExec, modes, versions } from './completions';

const name = 'kubeconfig.json';
const inTabs = (members: string) =>
  `{\n\t"kind": "Config",\n\t"users": [\n\t\t{\n\t\t\t"name": "a",\n\t\t\t"user": {\n\t\t\t\t"exec": {\n${members}\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t]\n}\n`;
const entries = '"contexts":[{"name":"dev","context":{"user":"jane"}}],"users":[{"name":"jane","user":{}}]';

const rows: readonly CompletionRow[] = [
  {
    title: 'an empty object',
    at: '{‸}',
    first: ['kubeconfig with exec plugin'],
    accept: [['kind', '{"kind": "Config"}']],
  },
  {
    title: 'a key in quotes',
    at: '{\n  "kind": "Config",\n  "‸"\n}',
    first: ['apiVersion'],
    lacks: ['kind'],
    accept: [['current-context', '  "current-context": ""']],
  },
  {
    title: 'a key without quotes',
    at: '{\n  "kind": "Config",\n  ‸\n}',
    accept: [['apiVersion', '  "apiVersion": "v1"']],
  },
  {
    title: 'a key before others',
    at: '{\n  "kind": "Config",\n  ‸\n  "users": []\n}',
    accept: [['apiVersion', '  "apiVersion": "v1",']],
  },
  {
    title: 'a key behind others',
    at: '{\n  "kind": "Config",\n  "users": []\n  ‸\n}',
    accept: [['apiVersion', '  "users": [],\n  "apiVersion": "v1"']],
  },
  {
    title: 'a key that has its value',
    at: jsonExec('"com‸": "aws"'),
    accept: [['command', jsonExec('"command": "aws"')]],
  },
  {
    title: 'an exec block, empty',
    at: jsonExec('‸'),
    first: ['apiVersion, command, interactiveMode'],
    offers: ['aws eks get-token'],
  },
  {
    title: 'an exec block, in quotes',
    at: jsonExec('"‸"'),
    accept: [['provideClusterInfo', jsonExec('"provideClusterInfo": true')]],
  },
  {
    title: 'an enum',
    at: jsonExec('"interactiveMode":"‸"'),
    is: modes,
    accept: [['Never', jsonExec('"interactiveMode":"Never"')]],
  },
  {
    title: 'an enum without quotes',
    at: jsonExec('"interactiveMode":‸'),
    accept: [['Never', jsonExec('"interactiveMode": "Never"')]],
  },
  {
    title: 'an enum in the middle',
    at: jsonExec('"interactiveMode":"If‸Available","command":"x"'),
    accept: [['Always', jsonExec('"interactiveMode":"Always","command":"x"')]],
  },
  { title: 'versions', at: jsonExec('"apiVersion":"‸"'), is: versions },
  {
    title: 'a boolean has no quotes',
    at: jsonExec('"provideClusterInfo":"‸"'),
    accept: [['true', jsonExec('"provideClusterInfo":true')]],
  },
  {
    title: 'arguments',
    at: jsonExec('"command":"aws","args":["‸"]'),
    is: ['arguments of aws eks get-token', 'eks'],
  },
  {
    title: 'an argument on a line of its own',
    at: inTabs(
      '\t\t\t\t\t"command": "aws",\n\t\t\t\t\t"args": [\n\t\t\t\t\t\t"eks",\n\t\t\t\t\t\t"get-token",\n\t\t\t\t\t\t"--out‸"\n\t\t\t\t\t]',
    ),
    accept: [['--output', '\t\t\t\t\t\t"--output",\n\t\t\t\t\t\t"json"']],
  },
  {
    title: 'a flag',
    at: jsonExec('"command":"aws","args":["eks","get-token",‸]'),
    first: ['--cluster-name'],
    accept: [['--region', jsonExec('"command":"aws","args":["eks","get-token","--region", ""]')]],
  },
  {
    title: 'a login mode',
    at: jsonExec('"command":"kubelogin","args":["get-token","--login","‸"]'),
    offers: ['devicecode'],
  },
  { title: 'a variable', at: jsonExec('"command":"aws","env":[{"name":"‸"}]'), first: ['AWS_PROFILE'] },
  {
    title: 'an item of env',
    at: jsonExec('"env":[‸]'),
    accept: [['HTTPS_PROXY', jsonExec('"env":[{ "name": "HTTPS_PROXY", "value": "" }]')]],
  },
  { title: 'the value of a variable', at: jsonExec('"env":[{"name":"A","value":"‸"}]'), is: [] },
  {
    title: 'a block in tabs',
    at: inTabs('\t\t\t\t\t‸'),
    accept: [
      [
        'apiVersion, command, interactiveMode',
        '\t\t\t\t\t"apiVersion": "client.authentication.k8s.io/v1",\n\t\t\t\t\t"command": "",\n\t\t\t\t\t"interactiveMode": "IfAvailable"',
      ],
    ],
  },
  { title: 'a context', at: `{"current-context":"‸",${entries}}`, is: ['dev'] },
  { title: 'a user', at: `{${entries.replace('"user":"jane"', '"user":"‸"')}}`, is: ['jane'] },
  { title: 'behind text', at: '{"kind":"Config"‸}', is: [] },
  { title: 'behind a list', at: '{"users":[]‸}', accept: [['kind', '{"users":[], "kind": "Config"}']] },
  { title: 'behind the document', at: '{"users":[]}‸', is: [] },
  { title: 'in text', at: jsonExec('"installHint":"fo‸o"'), is: [] },
  { title: 'in a comment', at: '{"users":[],\n// a comm‸ent\n}', is: [] },
  {
    title: 'CRLF',
    at: '{\r\n  "users": [],\r\n  ‸\r\n}\r\n',
    accept: [['apiVersion', '  "apiVersion": "v1"\r']],
  },
];

export const jsonRows: readonly CompletionRow[] = [
  ...rows.map((row) => ({ name, ...row })),
  {
    title: 'an ExecCredential',
    at: '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"‸"}}',
    name: 'answer.json',
    offers: ['token', 'clientCertificateData'],
  },
  { title: 'a blank file', at: '‸', name, first: ['kubeconfig with exec plugin'], lacks: ['kind'] },
];
