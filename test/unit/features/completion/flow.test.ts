import { describe, test } from 'node:test';
import { checkRow, type Row } from './accept';

const v1 = 'client.authentication.k8s.io/v1';
const exec = (inside: string) => `users:\n- name: a\n  user:\n    exec: {${inside}`;

const rows: Readonly<Record<string, Row>> = {
  'behind a comma': {
    at: exec('command: aws, |}\n'),
    offers: ['apiVersion', 'args'],
    lacks: ['command'],
    accept: 'args',
    becomes: exec('command: aws, args: []}\n'),
  },
  'behind a comma, with braces that are not closed': {
    at: exec('command: x, in|'),
    accept: 'installHint',
    becomes: exec('command: x, installHint: '),
  },
  'the first key': {
    at: exec('|}\n'),
    offers: ['apiVersion, command, interactiveMode', 'command', 'aws eks get-token'],
    accept: 'apiVersion, command, interactiveMode',
    becomes: exec(`apiVersion: ${v1}, command: , interactiveMode: IfAvailable}\n`),
  },
  'before a key': {
    at: exec('|args: []}\n'),
    accept: 'args',
    becomes: exec('args: []}\n'),
  },
  'a blank before a key': {
    at: exec(' | args: [] }\n'),
    lacks: ['args'],
    accept: 'command',
    becomes: exec(' command: , args: [] }\n'),
  },
  'a half-typed key before others': {
    at: exec(' com|, args: [] }\n'),
    lacks: ['args'],
    accept: 'command',
    becomes: exec(' command: , args: [] }\n'),
  },
  'only the key is replaced where there is a value': {
    at: exec(' com|: aws, args: [] }\n'),
    accept: 'command',
    becomes: exec(' command: aws, args: [] }\n'),
  },
  'an object': {
    at: 'users: [{name: a, user: {|}}]\n',
    offers: ['exec', 'exec: aws eks get-token'],
    accept: 'exec',
    becomes: `users: [{name: a, user: {exec: {apiVersion: ${v1}, command: , interactiveMode: IfAvailable}}}]\n`,
  },
  'an item': {
    at: 'contexts: [|]\n',
    accept: 'name, context',
    becomes: 'contexts: [{name: , context: {cluster: , user: }}]\n',
  },
  'another item': {
    at: 'contexts: [{name: a}, |]\n',
    accept: 'name, context',
    becomes: 'contexts: [{name: a}, {name: , context: {cluster: , user: }}]\n',
  },
  'an item without the comma before it': {
    at: 'contexts: [{name: a} |]\n',
    accept: 'name, context',
    becomes: 'contexts: [{name: a}, {name: , context: {cluster: , user: }}]\n',
  },
  'a list behind its key': {
    at: 'users: [{name: a, user: {exec: {command: aws, env: |}}}]\n',
    accept: '- name, value',
    becomes: 'users: [{name: a, user: {exec: {command: aws, env: [{name: , value: }]}}}]\n',
  },
  'a value': {
    at: exec('interactiveMode: |}\n'),
    only: ['Never', 'IfAvailable', 'Always'],
    accept: 'Never',
    becomes: exec('interactiveMode: Never}\n'),
  },
  'a value behind the colon': {
    at: exec('interactiveMode:|}\n'),
    accept: 'Never',
    becomes: exec('interactiveMode: Never}\n'),
  },
  'a half-typed value': {
    at: exec('interactiveMode: N|, command: x}\n'),
    accept: 'Never',
    becomes: exec('interactiveMode: Never, command: x}\n'),
  },
  'a value in quotes': {
    at: exec("interactiveMode: 'N|', command: x}\n"),
    accept: 'Never',
    becomes: exec("interactiveMode: 'Never', command: x}\n"),
  },
  'braces over several lines': {
    at: exec('\n      command: x,\n      in|\n    }\n'),
    accept: 'installHint',
    becomes: exec('\n      command: x,\n      installHint: \n    }\n'),
  },
  'a line without a comma before it': {
    at: exec('\n      command: aws\n      |\n    }\n'),
    lacks: ['command'],
    accept: 'args',
    becomes: exec('\n      command: aws,\n      args: []\n    }\n'),
  },
  'keys in quotes': {
    at: exec('"command": "aws", |}\n'),
    accept: 'args',
    becomes: exec('"command": "aws", "args": [""]}\n'),
  },
  'a comment': { at: exec('\n      command: aws, # |\n    }\n'), only: [] },
  'behind a value there is nothing': { at: exec('command: aws |}\n'), only: [] },
  'behind the braces there is nothing': { at: exec('command: aws} |\n'), only: [] },
  'a block list with braces in its items': {
    at: 'contexts:\n- {name: a, |}\n- {name: b}\n',
    only: ['context'],
    accept: 'context',
    becomes: 'contexts:\n- {name: a, context: {cluster: , user: }}\n- {name: b}\n',
  },
  'the whole file in braces, without quotes': {
    at: '{kind: Config, |}\n',
    lacks: ['kind'],
    accept: 'current-context',
    becomes: '{kind: Config, current-context: }\n',
  },
};

describe('completion in flow YAML', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow(row));
});
