import { describe, test } from 'node:test';
import { checkRow, type Row } from './accept';

const v1 = 'client.authentication.k8s.io/v1';
const exec = (inside: string) => `{ "users": [{ "name": "a", "user": { "exec": {${inside}`;
const lines = (...inside: string[]) => `{\n  "kind": "Config",\n${inside.join('\n')}`;

const rows: Readonly<Record<string, Row>> = {
  'empty braces': {
    at: '{|}',
    offers: ['apiVersion', 'clusters'],
    accept: 'apiVersion',
    becomes: '{"apiVersion": "v1"}',
  },
  'an open brace': { at: '{|', accept: 'kind', becomes: '{"kind": "Config"' },
  'an open quotation mark': {
    at: '{ "kind": "Config", "|',
    lacks: ['kind'],
    accept: 'apiVersion',
    becomes: '{ "kind": "Config", "apiVersion": "v1"',
  },
  'a closed pair of quotation marks': {
    at: exec('"|"} }] }'),
    accept: 'command',
    becomes: exec('"command": ""} }] }'),
  },
  'a half-typed key in quotes': {
    at: exec('"comm|"} }] }'),
    accept: 'command',
    becomes: exec('"command": ""} }] }'),
  },
  'a half-typed key without quotes': {
    at: exec('comm|} }] }'),
    accept: 'command',
    becomes: exec('"command": ""} }] }'),
  },
  'a half-typed key that is not closed, before others': {
    at: exec('"comm|, "args": []} }] }'),
    lacks: ['args'],
    accept: 'command',
    becomes: exec('"command": "", "args": []} }] }'),
  },
  'a half-typed key that is not closed, at the end of its line': {
    at: lines('  "cur|', '  "users": []', '}'),
    lacks: ['users'],
    accept: 'current-context',
    becomes: lines('  "current-context": "",', '  "users": []', '}'),
  },
  'only the key is replaced where there is a value': {
    at: exec('"comm|": "aws"} }] }'),
    accept: 'command',
    becomes: exec('"command": "aws"} }] }'),
  },
  'behind a comma': {
    at: exec('"command": "aws",|} }] }'),
    lacks: ['command'],
    accept: 'args',
    becomes: exec('"command": "aws","args": [""]} }] }'),
  },
  'the commas that are missing around a line': {
    at: lines('  "users": []', '  |', '  "contexts": []', '}'),
    lacks: ['users', 'contexts', 'kind'],
    accept: 'current-context',
    becomes: lines('  "users": [],', '  "current-context": "",', '  "contexts": []', '}'),
  },
  'the comma that is missing before a line': {
    at: lines('  "users": []', '  |', '}'),
    accept: 'current-context',
    becomes: lines('  "users": [],', '  "current-context": ""', '}'),
  },
  'the comma that is missing behind a line': {
    at: '{\n  |\n  "users": []\n}\n',
    accept: 'current-context',
    becomes: '{\n  "current-context": "",\n  "users": []\n}\n',
  },
  'an object over several lines': {
    at: lines('  "users": [', '    {', '      |', '    }', '  ]', '}'),
    accept: 'name, user',
    becomes: lines(
      '  "users": [',
      '    {',
      '      "name": "",',
      '      "user": {',
      '        ',
      '      }',
      '    }',
      '  ]',
      '}',
    ),
  },
  'an exec block over several lines': {
    at: lines('  "users": [', '    {', '      "user": {', '        |', '      }', '    }', '  ]', '}'),
    accept: 'exec',
    becomes: lines(
      '  "users": [',
      '    {',
      '      "user": {',
      '        "exec": {',
      `          "apiVersion": "${v1}",`,
      '          "command": "",',
      '          "interactiveMode": "IfAvailable"',
      '        }',
      '      }',
      '    }',
      '  ]',
      '}',
    ),
  },
  'four spaces a level': {
    at: '{\n    "contexts": [\n        {\n            "name": "x",\n            |\n        }\n    ]\n}\n',
    only: ['context'],
    accept: 'context',
    becomes:
      '{\n    "contexts": [\n        {\n            "name": "x",\n            "context": {\n                "cluster": "",\n                "user": ""\n            }\n        }\n    ]\n}\n',
  },
  'a list behind its key': {
    at: lines('  "contexts": |', '}'),
    accept: '- name, context',
    becomes: lines(
      '  "contexts": [',
      '    {',
      '      "name": "",',
      '      "context": {',
      '        "cluster": "",',
      '        "user": ""',
      '      }',
      '    }',
      '  ]',
      '}',
    ),
  },
  'an object behind its key, on one line': {
    at: '{ "contexts": [{ "name": "x", "context": | }] }',
    accept: 'cluster, user',
    becomes: '{ "contexts": [{ "name": "x", "context": { "cluster": "", "user": "" } }] }',
  },
  'a missing value before other keys': {
    at: exec('"interactiveMode": |\n "command": "aws"} }] }'),
    only: ['Never', 'IfAvailable', 'Always'],
    accept: 'Never',
    becomes: exec('"interactiveMode": "Never",\n "command": "aws"} }] }'),
  },
  'a value behind the colon': {
    at: exec('"interactiveMode":|} }] }'),
    accept: 'Always',
    becomes: exec('"interactiveMode": "Always"} }] }'),
  },
  'a value in quotes': {
    at: exec('"interactiveMode": "|"} }] }'),
    accept: 'Always',
    becomes: exec('"interactiveMode": "Always"} }] }'),
  },
  'a value whose quotation mark is not closed, before others': {
    at: exec('"interactiveMode": "Al|, "command": "aws"} }] }'),
    accept: 'Always',
    becomes: exec('"interactiveMode": "Always", "command": "aws"} }] }'),
  },
  'a value whose quotation mark is not closed, at the end': {
    at: exec('"interactiveMode": "|'),
    accept: 'Always',
    becomes: exec('"interactiveMode": "Always"'),
  },
  'a value whose quotation mark is not closed, at the end of its line': {
    at: `{\n "kind": "|\n "users": []\n}\n`,
    accept: 'Config',
    becomes: `{\n "kind": "Config"\n "users": []\n}\n`,
  },
  'a boolean has no quotes': {
    at: exec('"provideClusterInfo": |} }] }'),
    only: ['true', 'false'],
    accept: 'true',
    becomes: exec('"provideClusterInfo": true} }] }'),
  },
  'a boolean key': {
    at: exec('"prov|"} }] }'),
    accept: 'provideClusterInfo',
    becomes: exec('"provideClusterInfo": true} }] }'),
  },
  'trailing text is missing': {
    at: '{\n  "users": [\n    {\n      "name": "a",\n      "user": {\n        "exec": {\n          "co|',
    accept: 'command',
    becomes:
      '{\n  "users": [\n    {\n      "name": "a",\n      "user": {\n        "exec": {\n          "command": ""',
  },
  'another entry has a syntax error': {
    at: '{ "clusters": [{ "name": "c" "cluster": {} }], "users": [{ "name": "a", | }] }',
    offers: ['user', 'user: aws eks get-token'],
    lacks: ['name'],
    accept: 'user',
    becomes: '{ "clusters": [{ "name": "c" "cluster": {} }], "users": [{ "name": "a", "user": {} }] }',
  },
  'a string with brackets in it': {
    at: '{ "current-context": "a]}[{", |}',
    lacks: ['current-context', 'name'],
    accept: 'kind',
    becomes: '{ "current-context": "a]}[{", "kind": "Config"}',
  },
  'behind a closed quotation mark there is nothing': { at: '{ "kind": "Conf"|, "users": [] }', only: [] },
  'behind the closed quotation mark of a key there is nothing': { at: '{ "kin"|: "Config" }', only: [] },
  'behind the braces there is nothing': { at: '{ "kind": "Config" } |', only: [] },
  'escaped quotation marks': {
    at: '{ "current-context": "a\\"b", "us|" }',
    accept: 'users',
    becomes: '{ "current-context": "a\\"b", "users": [{ "name": "", "user": {} }] }',
  },
  'tabs as indentation': {
    at: '{\n\t"kind": "Config",\n\t|\n}\n',
    accept: 'apiVersion',
    becomes: '{\n\t"kind": "Config",\n\t"apiVersion": "v1"\n}\n',
  },
};

describe('completion in JSON', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow(row));
});
