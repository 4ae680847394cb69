import { type CompletionRow, flowExec, lists, modes } from './completions';

export const flowRows: readonly CompletionRow[] = [
  {
    title: 'an item of users',
    at: 'users: [‸]\n',
    first: ['name, user'],
    accept: [['name, user', 'users: [{name: , user: {}}]']],
  },
  {
    title: 'keys of a user',
    at: 'users: [{name: a, user: {‸}}]\n',
    first: ['exec'],
    offers: ['exec: aws eks get-token', 'token'],
  },
  {
    title: 'behind an item',
    at: 'users: [{name: a}, ‸]\n',
    accept: [['name, user', 'users: [{name: a}, {name: , user: {}}]']],
  },
  { title: 'behind the list', at: 'users: [{name: a}]‸\n', is: [] },
  { title: 'below the list', at: 'users: [{name: a}]\n‸', offers: ['kind'], lacks: ['users'] },
  {
    title: 'an exec block, empty',
    at: flowExec('‸'),
    first: ['apiVersion, command, interactiveMode'],
    accept: [
      [
        'apiVersion, command, interactiveMode',
        'users: [{name: a, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: , interactiveMode: IfAvailable}}}]',
      ],
    ],
  },
  {
    title: 'keys that are left',
    at: flowExec('command: aws, ‸'),
    first: ['apiVersion', 'interactiveMode'],
    lacks: ['command'],
  },
  {
    title: 'a key that has its value',
    at: flowExec('comm‸: aws'),
    accept: [['command', 'users: [{name: a, user: {exec: {command: aws}}}]']],
  },
  {
    title: 'an enum',
    at: flowExec('interactiveMode: ‸, command: x'),
    is: modes,
    accept: [['Never', 'users: [{name: a, user: {exec: {interactiveMode: Never, command: x}}}]']],
  },
  {
    title: 'an enum without a blank',
    at: flowExec('interactiveMode:‸'),
    accept: [['Never', 'users: [{name: a, user: {exec: {interactiveMode: Never}}}]']],
  },
  { title: 'an alias', at: flowExec('interactiveMode: *‸'), is: [] },
  { title: 'a version', at: flowExec('apiVersion: ‸'), offers: ['client.authentication.k8s.io/v1beta1'] },
  {
    title: 'arguments',
    at: flowExec('command: aws, args: [‸]'),
    is: ['arguments of aws eks get-token', 'eks'],
  },
  { title: 'the next argument', at: flowExec('command: aws, args: [eks, ‸]'), is: ['get-token'] },
  {
    title: 'a flag',
    at: flowExec('command: aws, args: [eks, get-token, --out‸]'),
    accept: [
      [
        '--output',
        'users: [{name: a, user: {exec: {command: aws, args: [eks, get-token, --output, json]}}}]',
      ],
    ],
  },
  {
    title: 'the value of a flag',
    at: flowExec('command: aws, args: [eks, get-token, --output, ‸]'),
    is: ['json', 'yaml', 'text', 'table'],
  },
  { title: 'a variable', at: flowExec('command: aws, env: [{name: ‸}]'), first: ['AWS_PROFILE'] },
  {
    title: 'keys in quotes',
    at: 'users: [{"name": "a", "user": {"exec": {"command": "aws", ‸}}}]',
    accept: [
      [
        'interactiveMode',
        'users: [{"name": "a", "user": {"exec": {"command": "aws", "interactiveMode": "IfAvailable"}}}]',
      ],
    ],
  },
  {
    title: 'a comma that is missing',
    at: 'users: [\n  {name: a, user: {exec: {\n    command: aws\n    ‸\n  }}}]\n',
    accept: [['interactiveMode', '    command: aws,\n    interactiveMode: IfAvailable']],
  },
  { title: 'in a comment', at: 'users: [{name: a, # us‸\n}]\n', is: [] },
  { title: 'in text', at: flowExec('installHint: "a, ‸"'), is: [] },
  {
    title: 'a context',
    at: `current-context: ‸\n${lists}`.replace(
      '- name: dev\n  context: {cluster: lab, user: jane}',
      '- {name: dev, context: {}}',
    ),
    is: ['dev'],
  },
  { title: 'a user', at: lists.replace('user: jane', 'user: ‸'), offers: ['jane', 'jö 😀'], lacks: ['lab'] },
  {
    title: 'a cluster',
    at: lists.replace('cluster: lab', 'cluster: "‸"'),
    accept: [['1', '  context: {cluster: "1", user: jane}']],
  },
  {
    title: 'keys of a context',
    at: lists.replace('user: jane', '‸'),
    is: ['user', 'namespace', 'extensions'],
  },
  {
    title: 'names with commas and brackets',
    at: '{current-context: ‸, contexts: [{name: "a, b"}, {name: "x: y"}, {name: "[z"}]}',
    accept: [['a, b', '{current-context: "a, b", contexts: [{name: "a, b"}, {name: "x: y"}, {name: "[z"}]}']],
    offers: ['x: y', '[z'],
  },
  {
    title: 'a boolean',
    at: 'clusters: [{name: a, cluster: {server: x, insecure-skip-tls-verify: ‸}}]',
    is: ['true', 'false'],
  },
  { title: 'keys of a cluster', at: 'clusters: [{name: a, cluster: {‸}}]', first: ['server'] },
];
