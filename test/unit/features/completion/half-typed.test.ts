import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownPlugins } from '../../../../server/catalog';
import { checkRow, completionAt, type Row } from './accept';

const v1 = 'client.authentication.k8s.io/v1';
const exec = 'users:\n- name: a\n  user:\n    exec:\n';

const rows: Readonly<Record<string, Row>> = {
  'a list in brackets that is not closed': {
    at: `${exec}      command: aws\n      args: [eks, |\n`,
    offers: ['get-token'],
    accept: 'get-token',
    becomes: `${exec}      command: aws\n      args: [eks, get-token\n`,
  },
  'a list in brackets that is not closed, with keys below': {
    at: `${exec}      command: aws\n      args: [eks, |\n      env: []\n`,
    accept: 'get-token',
    becomes: `${exec}      command: aws\n      args: [eks, get-token\n      env: []\n`,
  },
  'below a list in brackets that is not closed': {
    at: `${exec}      args: [eks,\n      comm|\n`,
    lacks: ['args'],
    accept: 'command',
    becomes: `${exec}      args: [eks,\n      command: \n`,
  },
  'braces that are not closed, with another entry below': {
    at: 'users:\n- {name: a, us|\n- {name: b}\n',
    accept: 'user',
    becomes: 'users:\n- {name: a, user: {}\n- {name: b}\n',
  },
  'a string of JSON that is not closed, in a list that is not closed': {
    at: '{"users": [{"name": "a", "user": {"exec": {"command": "aws", "args": ["eks", "get|',
    accept: 'get-token',
    becomes: '{"users": [{"name": "a", "user": {"exec": {"command": "aws", "args": ["eks", "get-token"',
  },
  'a value of JSON that is missing at the end': {
    at: '{"users": [{"name": "a", "user": {"exec": {"interactiveMode":|',
    accept: 'Never',
    becomes: '{"users": [{"name": "a", "user": {"exec": {"interactiveMode": "Never"',
  },
  'an unfinished key above': {
    at: `${exec}      apiVer\n      comm|\n`,
    accept: 'command',
    becomes: `${exec}      apiVer\n      command: \n`,
  },
  'a stray line above': {
    at: `kind: Config\nnonsense here\n${exec}      comm|\n`,
    accept: 'command',
    becomes: `kind: Config\nnonsense here\n${exec}      command: \n`,
  },
  'a tab where there should be blanks': {
    at: `clusters:\n\t- name: x\n${exec}      comm|\n`,
    accept: 'command',
    becomes: `clusters:\n\t- name: x\n${exec}      command: \n`,
  },
  'a bracket too many above': {
    at: `clusters: []]\n${exec}      comm|\n`,
    accept: 'command',
    becomes: `clusters: []]\n${exec}      command: \n`,
  },
  'an entry that is broken before this one': {
    at: `users:\n- name: "x\n  user: {\n- name: a\n  user:\n    exec:\n      comm|\n`,
    accept: 'command',
    becomes: `users:\n- name: "x\n  user: {\n- name: a\n  user:\n    exec:\n      command: ""\n`,
  },
  'a key without a colon as the only thing below another': {
    at: 'users:\n- name: a\n  user:\n    ex|\n',
    accept: 'exec',
    becomes: `users:\n- name: a\n  user:\n    exec:\n      apiVersion: ${v1}\n      command: \n      interactiveMode: IfAvailable\n`,
  },
  'a value on the line of an object': {
    at: 'users:\n- name: a\n  user: ex|\n',
    offers: ['exec: aws eks get-token'],
  },
  'a dash in the list of a list': {
    at: `${exec}      env:\n      - name: A\n        value: x\n      - na|`,
    offers: ['name, value', 'name', 'HTTPS_PROXY', 'value'],
    accept: 'name',
    becomes: `${exec}      env:\n      - name: A\n        value: x\n      - name: `,
  },
  'a comment between a key and what is below': {
    at: `${exec}      # the plugin\n      comm|\n`,
    accept: 'command',
    becomes: `${exec}      # the plugin\n      command: \n`,
  },
  'a comment behind a value that is missing': {
    at: `${exec}      interactiveMode: | # how\n`,
    accept: 'Never',
    becomes: `${exec}      interactiveMode: Never # how\n`,
  },
  'a byte order mark': {
    at: '\uFEFFki|',
    accept: 'kind',
    becomes: '\uFEFFkind: Config',
  },
  'several documents': {
    at: `---\n${exec}      comm|\n---\nother: [\n`,
    accept: 'command',
    becomes: `---\n${exec}      command: \n---\nother: [\n`,
  },
  'quotes around a key': {
    at: `"users":\n- "name": a\n  "us|\n`,
    offers: ['user', 'user: aws eks get-token'],
    lacks: ['name'],
    accept: 'user',
    becomes: `"users":\n- "name": a\n  user:\n    \n`,
  },
};

describe('completion in text that is half typed', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow(row));
});

test('every way to type an exec block letter by letter ends with something to choose', () => {
  const block = completionAt(`${exec}      |`).accept(knownPlugins[0]?.name ?? '');
  let keys = 0;
  for (let offset = exec.length; offset <= block.length; offset++) {
    const line = block.slice(block.lastIndexOf('\n', offset - 1) + 1, offset);
    const { labels } = completionAt(`${block.slice(0, offset)}‸`);
    const key = /^ {6}([a-zA-Z]+)$/.exec(line)?.[1];
    if (!key) continue;
    keys++;
    assert.ok(
      labels.some((label) => label.startsWith(key)),
      `${JSON.stringify(line)}: ${labels.join()}`,
    );
  }
  assert.ok(keys > 50);
});
