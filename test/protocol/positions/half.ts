import { type CompletionRow, exec, lists, modes } from './completions';

const json = 'kubeconfig.json';

export const halfRows: readonly CompletionRow[] = [
  { title: 'users alone', at: 'users:‸', first: ['- name, user'] },
  { title: 'users and a line', at: 'users:\n‸', first: ['name, user', 'name', 'user'] },
  { title: 'a dash', at: 'users:\n-‸', first: ['name, user'], accept: [['name', '- name: ']] },
  { title: 'a dash and a blank', at: 'users:\n- ‸', accept: [['name, user', '- name: \n  user:\n    ']] },
  { title: 'the second key of an item', at: 'users:\n- name: a\n  ‸', first: ['user'], lacks: ['name'] },
  { title: 'a half key of an item', at: 'users:\n- name: a\n  us‸', accept: [['user', '  user:\n    ']] },
  {
    title: 'an item behind an item',
    at: 'users:\n- name: a\n‸',
    first: ['name, user'],
    offers: ['clusters'],
    lacks: ['users'],
  },
  {
    title: 'a user without anything',
    at: 'users:\n- name: a\n  user:\n    ‸',
    first: ['exec'],
    accept: [['token', '    token: ']],
  },
  {
    title: 'a half key at the end',
    at: `${exec('apiVersion: client.authentication.k8s.io/v1', 'comm‸').trimEnd()}`,
    accept: [['command', '      command: ']],
  },
  { title: 'a half key before others', at: exec('comm‸', 'args: []'), first: ['command'], lacks: ['args'] },
  { title: 'a half key in quotes', at: exec('"comm‸', 'args: []'), accept: [['command', '      command: ']] },
  {
    title: 'a half key of the top level',
    at: 'kind: Config\ncl‸\nusers:\n- name: a\n',
    accept: [['clusters', 'clusters:\n- name: \n  cluster:\n    server: ']],
  },
  {
    title: 'too far in',
    at: exec('command: aws', '        ‸'),
    accept: [['apiVersion', '      apiVersion: client.authentication.k8s.io/v1']],
  },
  { title: 'too far out', at: 'users:\n- name: a\n  user:\n    exec:\n      command: aws\n  ‸\n', is: [] },
  {
    title: 'below others that are half',
    at: `${lists.replace('cluster: {server: https://lab}', 'clu')}- name: z\n  user:\n    exec:\n      interactiveMode: ‸`,
    is: modes,
  },
  {
    title: 'a quote that is open',
    at: `current-context: "d‸\n${lists}`,
    accept: [['dev', 'current-context: "dev"']],
  },
  {
    title: 'a value below brackets that are open',
    at: 'contexts:\n- {name: x, context: {cluster: l\nclusters:\n- name: lab\n  cluster:\n    ‸\n',
    offers: ['server'],
  },
  {
    title: 'brackets that are open',
    at: 'contexts:\n- {name: x, context: {cluster: ‸\nclusters:\n- {name: lab, cluster: {server: x}}\n',
    is: ['lab'],
    accept: [['lab', '- {name: x, context: {cluster: lab']],
  },
  {
    title: 'a key in brackets that are open',
    at: 'contexts:\n- {name: x, con‸\nclusters:\n- name: lab\n',
    is: ['context'],
  },
  {
    title: 'a quote in brackets that are open',
    at: 'contexts:\n- {name: x, context: {cluster: "‸\nclusters:\n- {name: lab, cluster: {server: x}}\n',
    accept: [['lab', '- {name: x, context: {cluster: "lab"']],
  },
  {
    title: 'arguments in brackets that are open',
    at: exec('command: aws', 'args: [eks, ‸'),
    is: ['get-token'],
  },
  {
    title: 'dashes of a flag',
    at: exec('command: aws', 'args:', '- eks', '- get-token', '- --‸'),
    accept: [['--region', '      - --region\n      - ']],
  },
  {
    title: 'two lists that are half',
    at: 'clusters:\n- name: lab\ncontexts:\n- name: x\n  context:\n    cluster: ‸\n    us',
    is: ['lab'],
  },
  { title: 'JSON, nothing but a brace', at: '{‸', name: json, offers: ['kind'] },
  {
    title: 'JSON, a half key',
    at: '{"users":[{"name":"a","user":{"exec":{"comm‸',
    name: json,
    accept: [['command', '{"users":[{"name":"a","user":{"exec":{"command": ""']],
  },
  {
    title: 'JSON, a value that is open',
    at: '{"users":[{"name":"a","user":{"exec":{"interactiveMode":"Ne‸',
    name: json,
    accept: [['Never', '{"users":[{"name":"a","user":{"exec":{"interactiveMode":"Never"']],
  },
  {
    title: 'JSON, a value that is missing',
    at: '{"users":[{"name":"a","user":{"exec":{"interactiveMode":‸',
    name: json,
    is: modes,
  },
  {
    title: 'JSON, braces that are missing',
    at: '{\n  "users": [\n    {\n      "name": "a",\n      "user": {\n        "exec": {\n          "command": "aws",\n          ‸\n',
    name: json,
    first: ['apiVersion', 'interactiveMode'],
  },
  {
    title: 'JSON, commas too many',
    at: '{"contexts":[{"name":"x","context":{"user":"u",}},],"users":[{"name":"u","user":{‸}},]}',
    name: json,
    first: ['exec'],
  },
  {
    title: 'JSON, a comma that is missing',
    at: '{\n  "users": [\n    {"name":"a"}\n    ‸\n  ]\n}',
    name: json,
    accept: [
      [
        'name, user',
        '    {"name":"a"},\n    {\n      "name": "",\n      "user": {\n        \n      }\n    }',
      ],
    ],
  },
  {
    title: 'JSON, a word without quotes',
    at: '{"users":[{"name":"a","user":{"exec":{"interactiveMode": Nev‸}}}]}',
    name: json,
    accept: [['Never', '{"users":[{"name":"a","user":{"exec":{"interactiveMode": "Never"}}}]}']],
  },
  {
    title: 'JSON, a key without a value',
    at: '{"users":[{"name":"a","user":{"exec":{"command":"aws", "in‸": }}}]}',
    name: json,
    accept: [
      ['interactiveMode', '{"users":[{"name":"a","user":{"exec":{"command":"aws", "interactiveMode": }}}]}'],
    ],
  },
];
