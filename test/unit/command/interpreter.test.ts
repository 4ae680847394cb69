import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type InterpreterFault, interpreterFault } from '../../../server/command/interpreter';
import { type FakeFile, fakeEnvironment } from '../plugin/fakes';

const machine: Readonly<Record<string, FakeFile>> = {
  '/bin/sh': {},
  '/usr/bin/env': {},
  '/usr/bin/python3': {},
  '/etc/passwd': { executable: false },
  '/usr/lib/folder': { kind: 'directory' },
};

function faultOf(content: string, platform = 'linux', searchPath: string | undefined = '/usr/bin:/bin') {
  const files = { ...machine, '/p': { content } };
  return interpreterFault('/p', fakeEnvironment({ platform, files }), searchPath);
}

const missing = (name: string, carriageReturn = false): InterpreterFault => ({
  kind: 'missing',
  name,
  carriageReturn,
});
const ofEnv = (name: string, carriageReturn = false): InterpreterFault => ({
  kind: 'env',
  name,
  carriageReturn,
});

describe('the interpreter of a script', () => {
  const rows: Readonly<Record<string, InterpreterFault | undefined>> = {
    '#!/bin/sh\n': undefined,
    '#! \t/bin/sh -e\n': undefined,
    '#!/bin/sh': undefined,
    '#!/bin/sh -e\r\n': undefined,
    '#!/bin/bash\n': missing('/bin/bash'),
    '#!/bin/sh\r\n': missing('/bin/sh', true),
    '#!sh\n': missing('sh'),
    '#!/etc/passwd\n': { kind: 'not-executable', name: '/etc/passwd', carriageReturn: false },
    '#!/usr/lib/folder\n': { kind: 'not-executable', name: '/usr/lib/folder', carriageReturn: false },
    '#!/usr/bin/env python3\n': undefined,
    '#!/usr/bin/env  python3 \t\n': undefined,
    '#!/usr/bin/env node\n': ofEnv('node'),
    '#!/usr/bin/env python3\r\n': ofEnv('python3', true),
    '#!/usr/bin/env python3 -u\n': ofEnv('python3 -u'),
    '#!/usr/bin/env -S python3 -u\n': undefined,
    '#!/usr/bin/env -S python3\r\n': undefined,
    '#!/usr/bin/env -S node --flag\n': ofEnv('node'),
    '#!/usr/bin/env -i node\n': undefined,
    '#!/usr/bin/env A=1 node\n': undefined,
    '#!/usr/bin/env ./node\n': undefined,
    '#!/usr/bin/env\n': undefined,
    '#!\n': undefined,
    'echo\n': undefined,
    '': undefined,
  };
  for (const [content, expected] of Object.entries(rows)) {
    it(JSON.stringify(content), () => assert.deepEqual(faultOf(content), expected));
  }

  it('a line that the kernel does not read to its end', () => {
    assert.equal(faultOf(`#!/bin/none ${'a'.repeat(300)}\n`), undefined);
  });
  it('elsewhere than on Linux its arguments are split', () => {
    assert.equal(faultOf('#!/usr/bin/env python3 -u\n', 'darwin'), undefined);
    assert.deepEqual(faultOf('#!/usr/bin/env node -u\n', 'darwin'), ofEnv('node'));
  });
  it('Windows knows none', () => assert.equal(faultOf('#!/bin/none\n', 'win32'), undefined));
});

it('what env would find in a relative folder is not known', () => {
  for (const path of ['', 'bin', '/usr/bin:']) {
    assert.equal(faultOf('#!/usr/bin/env node\n', 'linux', path), undefined);
  }
});

it('nor what it finds without a PATH', () => {
  const files = { ...machine, '/p': { content: '#!/usr/bin/env node\n' } };
  assert.equal(interpreterFault('/p', fakeEnvironment({ files }), undefined), undefined);
});

it('a script that is not there or can’t be read has no fault here', () => {
  assert.equal(interpreterFault('/gone', fakeEnvironment(), '/bin'), undefined);
});
