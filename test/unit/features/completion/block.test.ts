import { describe, test } from 'node:test';
import { checkRow, type Row } from './accept';

const user = 'users:\n- name: a\n  user:\n';
const exec = `${user}    exec:\n`;
const cluster = 'clusters:\n- name: c\n  cluster:\n';
const v1 = 'client.authentication.k8s.io/v1';

const rows: Readonly<Record<string, Row>> = {
  'the first key of a file': {
    at: '|',
    offers: ['kind', 'apiVersion', 'clusters', 'users', 'contexts', 'current-context'],
    lacks: ['name', 'exec'],
    accept: 'apiVersion',
    becomes: 'apiVersion: v1',
  },
  'a half-typed key at the top': {
    at: 'apiVersion: v1\ncur|',
    offers: ['current-context'],
    lacks: ['apiVersion'],
    accept: 'current-context',
    becomes: 'apiVersion: v1\ncurrent-context: ',
  },
  'at the end of a file without a line break': {
    at: `${exec}      apiVersion: ${v1}\n      comm|`,
    lacks: ['apiVersion'],
    accept: 'command',
    becomes: `${exec}      apiVersion: ${v1}\n      command: `,
  },
  'only the key is replaced where there is a value': {
    at: `${exec}      comm|: aws\n`,
    offers: ['command', 'args'],
    accept: 'command',
    becomes: `${exec}      command: aws\n`,
  },
  'the cursor in the middle of a key': {
    at: `${exec}      in|stall: aws\n`,
    accept: 'installHint',
    becomes: `${exec}      installHint: aws\n`,
  },
  'a key with a value keeps its quotes': {
    at: `${exec}      "comm|": aws\n`,
    accept: 'command',
    becomes: `${exec}      "command": aws\n`,
  },
  'a list with its items below the key': {
    at: `${exec}      command: aws\n      |`,
    lacks: ['command'],
    accept: 'args',
    becomes: `${exec}      command: aws\n      args:\n      - `,
  },
  'a list with its items indented, as others in the document': {
    at: 'users:\n  - name: a\n    user:\n      exec:\n        |',
    accept: 'args',
    becomes: 'users:\n  - name: a\n    user:\n      exec:\n        args:\n          - ',
  },
  'four spaces a level': {
    at: 'clusters:\n-   name: c\n    cluster:\n        server: https://h\ncontexts:\n-   name: x\n    |',
    accept: 'context',
    becomes:
      'clusters:\n-   name: c\n    cluster:\n        server: https://h\ncontexts:\n-   name: x\n    context:\n        cluster: \n        user: ',
  },
  'an item of a list with what it needs': {
    at: 'contexts:\n- |',
    offers: ['name, context', 'name', 'context'],
    lacks: ['cluster'],
    accept: 'name, context',
    becomes: 'contexts:\n- name: \n  context:\n    cluster: \n    user: ',
  },
  'behind a dash without a blank': {
    at: 'clusters:\n-|',
    accept: 'name, cluster',
    becomes: 'clusters:\n- name: \n  cluster:\n    server: ',
  },
  'an item of env': {
    at: `${exec}      env:\n      - |\n      command: aws`,
    accept: 'name, value',
    becomes: `${exec}      env:\n      - name: \n        value: \n      command: aws`,
  },
  'another key of an item': {
    at: `${exec}      env:\n      - name: A\n        |\n`,
    only: ['value'],
    accept: 'value',
    becomes: `${exec}      env:\n      - name: A\n        value: \n`,
  },
  'the key before others of its item': {
    at: 'users:\n- na|\n  user: {}\n',
    only: ['name'],
    accept: 'name',
    becomes: 'users:\n- name: \n  user: {}\n',
  },
  'behind the dash of an item that goes on below': {
    at: 'users:\n- |\n  user: {}\n',
    only: ['name'],
    accept: 'name',
    becomes: 'users:\n- name: \n  user: {}\n',
  },
  'an object opens with what it needs': {
    at: `${user}    |`,
    offers: ['exec', 'token', 'as', 'auth-provider'],
    accept: 'exec',
    becomes: `${user}    exec:\n      apiVersion: ${v1}\n      command: \n      interactiveMode: IfAvailable`,
  },
  'an object behind its key': {
    at: `${user}    exec: |`,
    offers: ['apiVersion, command, interactiveMode', 'aws eks get-token'],
    lacks: ['command'],
    accept: 'apiVersion, command, interactiveMode',
    becomes: `${user}    exec:\n      apiVersion: ${v1}\n      command: \n      interactiveMode: IfAvailable`,
  },
  'an object behind the colon': {
    at: 'contexts:\n- name: x\n  context:|\n',
    accept: 'cluster, user',
    becomes: 'contexts:\n- name: x\n  context:\n    cluster: \n    user: \n',
  },
  'a list behind its key': {
    at: 'kind: Config\ncontexts: |\n',
    accept: '- name, context',
    becomes: 'kind: Config\ncontexts:\n- name: \n  context:\n    cluster: \n    user: \n',
  },
  'needed keys come first, those that keep the plugin from running last, deprecated ones after them': {
    at: `${exec}      command: aws\n    |`,
    offers: ['as', 'token', 'username'],
    lacks: ['exec', 'auth-provider'],
  },
  'what kubectl refuses beside each other is not proposed': {
    at: `${cluster}    certificate-authority: ca.crt\n    |`,
    offers: ['server', 'proxy-url'],
    lacks: ['certificate-authority', 'certificate-authority-data', 'insecure-skip-tls-verify'],
  },
  'needed keys of an exec block come first': {
    at: `${exec}      env: []\n      |`,
    offers: ['command', 'apiVersion', 'interactiveMode', 'args', 'installHint', 'provideClusterInfo'],
  },
  'an empty line with less indentation closes levels: the item': {
    at: `${exec}      command: aws\n  |`,
    only: [],
  },
  'an empty line with less indentation closes levels: the list': {
    at: `${exec}      command: aws\n|`,
    offers: ['name, user', 'apiVersion', 'contexts'],
    lacks: ['users', 'command'],
    accept: 'name, user',
    becomes: `${exec}      command: aws\n- name: \n  user:\n    `,
  },
  'an empty line with less indentation closes levels: the top': {
    at: `${exec}      command: aws\n|`,
    accept: 'current-context',
    becomes: `${exec}      command: aws\ncurrent-context: `,
  },
  'an empty line takes the indentation of what follows': {
    at: `${exec}|\n      args: [x]\n`,
    lacks: ['args', 'users'],
    accept: 'command',
    becomes: `${exec}      command: \n      args: [x]\n`,
  },
  'an empty line between items takes only an item': {
    at: 'users:\n- name: a\n|\n- name: b\n',
    offers: ['name', 'user'],
    lacks: ['contexts'],
    accept: 'user',
    becomes: 'users:\n- name: a\n- user:\n    \n- name: b\n',
  },
  'an empty line between a key and its list': {
    at: 'users:\n|\n- name: b\n',
    lacks: ['contexts'],
    accept: 'name',
    becomes: 'users:\n- name: \n- name: b\n',
  },
  'an indentation that fits nothing is put right': {
    at: `${exec}      command: aws\n       |`,
    accept: 'args',
    becomes: `${exec}      command: aws\n      args:\n      - `,
  },
  'a word in an indentation that fits nothing': {
    at: `${exec}      command: aws\n     a|`,
    offers: ['as'],
    accept: 'as',
    becomes: `${exec}      command: aws\n    as: `,
  },
  'the first key below an object': {
    at: `${cluster}    ser|\n`,
    accept: 'server',
    becomes: `${cluster}    server: \n`,
  },
  'lines that end with CR and LF': {
    at: 'users:\r\n- name: a\r\n  |\r\nkind: Config\r\n',
    offers: ['user', 'user: aws eks get-token'],
    lacks: ['name'],
    accept: 'user',
    becomes: 'users:\r\n- name: a\r\n  user:\r\n    \r\nkind: Config\r\n',
  },
  'the style of quotes': {
    at: "kind: 'Config'\nusers:\n- name: 'a'\n  user:\n    exec:\n      interactiveMode: |\n",
    offers: ['Never', 'IfAvailable', 'Always'],
    accept: 'Always',
    becomes: "kind: 'Config'\nusers:\n- name: 'a'\n  user:\n    exec:\n      interactiveMode: 'Always'\n",
  },
  'values of a field': {
    at: `${exec}      interactiveMode: |\n`,
    only: ['Never', 'IfAvailable', 'Always'],
    accept: 'Never',
    becomes: `${exec}      interactiveMode: Never\n`,
  },
  'values behind the colon': {
    at: `${exec}      interactiveMode:|\n`,
    accept: 'Always',
    becomes: `${exec}      interactiveMode: Always\n`,
  },
  'a half-typed value': {
    at: `${exec}      interactiveMode: If|Nev\n`,
    accept: 'IfAvailable',
    becomes: `${exec}      interactiveMode: IfAvailable\n`,
  },
  'a value in quotes': {
    at: `${exec}      apiVersion: "|"\n`,
    offers: [v1, `${v1}beta1`],
    lacks: [`${v1}alpha1`, 'v1'],
    accept: v1,
    becomes: `${exec}      apiVersion: "${v1}"\n`,
  },
  'a value in quotes that are not closed': {
    at: `${exec}      apiVersion: 'cli|\n      command: aws\n`,
    accept: v1,
    becomes: `${exec}      apiVersion: '${v1}'\n      command: aws\n`,
  },
  'the two kinds of apiVersion are kept apart': { at: 'apiVersion: |', only: ['v1'] },
  'the kind of the file': { at: 'kind: |', only: ['Config'], accept: 'Config', becomes: 'kind: Config' },
  booleans: {
    at: `${exec}      provideClusterInfo: |`,
    only: ['true', 'false'],
    accept: 'false',
    becomes: `${exec}      provideClusterInfo: false`,
  },
  'a boolean that was begun in quotes': {
    at: `${exec}      provideClusterInfo: "t|"`,
    accept: 'true',
    becomes: `${exec}      provideClusterInfo: true`,
  },
  'log-in methods that are no longer there': {
    at: `${user}    auth-provider:\n      name: |`,
    only: ['oidc'],
  },
  'free text has nothing to propose': { at: `${exec}      installHint: |`, only: [] },
  'behind a value there is nothing': { at: `${exec}      command: aws |`, only: [] },
  'a key whose value is below': { at: `${user}    exec: |\n      command: aws\n`, only: [] },
  comments: { at: 'kind: Config # |', only: [] },
  'a comment on its own line': { at: 'kind: Config\n# cur|', only: [] },
  'a block scalar': { at: `${exec}      installHint: ‸|\n        get it\n`, only: [] },
  'inside of a block scalar': { at: `${exec}      installHint: |\n        get ‸\n`, only: [] },
  'an empty line of a block scalar': {
    at: `${exec}      installHint: |\n        get\n        ‸\n`,
    only: [],
  },
  'a text that goes on over lines': {
    at: `${cluster}    certificate-authority-data: "aaaa\n      bb|bb"\n`,
    only: [],
  },
  'a key that nobody knows': { at: 'nope: |', only: [] },
  'below a key that nobody knows': { at: 'nope:\n  |', only: [] },
  'the directive and the mark of a document': {
    at: '%YAML 1.1\n---\nkind: Config\n|',
    lacks: ['kind'],
    accept: 'clusters',
    becomes: '%YAML 1.1\n---\nkind: Config\nclusters:\n- name: \n  cluster:\n    server: ',
  },
  'a syntax error elsewhere': {
    at: `clusters: [{ name: "c, cluster: {}\nusers:\n- name: a\n  user:\n    exec:\n      comm|\n`,
    accept: 'command',
    becomes: `clusters: [{ name: "c, cluster: {}\nusers:\n- name: a\n  user:\n    exec:\n      command: ""\n`,
  },
  'a map of strings': {
    at: `${user}    auth-provider:\n      name: oidc\n      |`,
    accept: 'config',
    becomes: `${user}    auth-provider:\n      name: oidc\n      config:\n        `,
  },
};

describe('completion in block YAML', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow(row));
});
