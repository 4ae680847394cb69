import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isStartable } from '../../../server/command/executable-format';
import { type FakeFile, fakeEnvironment } from '../plugin/fakes';

function startable(
  content: string | Uint8Array,
  others: Readonly<Record<string, FakeFile>> = {},
  platform = 'linux',
): boolean {
  return isStartable('/p', fakeEnvironment({ platform, files: { '/p': { content }, ...others } }));
}

const handler = (name: string) => ({ [`/proc/sys/fs/binfmt_misc/${name}`]: {} });

describe('files that the kernel would not start', () => {
  const rows: Readonly<Record<string, readonly [content: string, startable: boolean]>> = {
    'a script': ['#!/bin/sh\n', true],
    'a script with blanks before the interpreter': ['#! \t/bin/sh -e\n', true],
    'a script without a line break': ['#!/bin/sh', true],
    'no interpreter': ['#!\necho', false],
    'nothing but blanks for one': ['#! \t\necho', false],
    'an interpreter whose name is too long': [`#!/${'a'.repeat(300)}\n`, false],
    'a text': ['echo hello\n', false],
    nothing: ['', false],
    'a script behind a byte order mark': ['\ufeff#!/bin/sh\n', false],
    'a web page': ['<!doctype html>', false],
    'an archive': ['\x1f\x8b\x08\0', false],
    'a zip': ['PK\x03\x04\0\0', false],
    'a program for Windows': ['MZ\x90\0', false],
    'a program for macOS': ['\xcf\xfa\xed\xfe\0\0', false],
  };
  for (const [name, [content, expected]] of Object.entries(rows)) {
    it(name, () =>
      assert.equal(
        startable(Buffer.from(content, name.includes('byte order') ? 'utf8' : 'latin1')),
        expected,
      ),
    );
  }

  it('unless a program is registered for them', () => {
    assert.equal(startable('MZ\x90\0', handler('WSLInterop')), true);
    assert.equal(startable('PK\x03\x04', handler('jar')), true);
    assert.equal(startable('PK\x03\x04', handler('WSLInterop')), false);
  });

  it('on macOS', () => {
    assert.equal(startable(Buffer.from('cffaedfe', 'hex'), {}, 'darwin'), true);
    assert.equal(startable(Buffer.from('7f454c46', 'hex'), {}, 'darwin'), false);
  });

  it('are told by their first bytes, if they can be read at all', () => {
    assert.equal(isStartable('/nobody', fakeEnvironment()), true);
    assert.equal(isStartable('/p', fakeEnvironment({ files: { '/p': { kind: 'directory' } } })), true);
    assert.equal(isStartable('/p', fakeEnvironment({ files: { '/p': { executable: false } } })), true);
    assert.equal(startable('text', {}, 'win32'), true);
  });
});

describe('programs', {
  skip: process.platform !== 'linux' && 'there is no ELF program here to take apart',
}, () => {
  const own = readFileSync(process.execPath).subarray(0, 4096);
  const changed = (offset: number, value: number) => {
    const copy = Buffer.from(own);
    copy.writeUInt16LE(value, offset);
    return copy;
  };
  /** Makes the table of segments fit into what was read of the program. */
  const whole = own.readBigUInt64LE(32) + BigInt(own.readUInt16LE(54) * own.readUInt16LE(56)) <= 4096n;

  it('for this machine', () => assert.equal(startable(own), whole));
  it('half downloaded', () => assert.equal(startable(own.subarray(0, 100)), false));
  it('for another machine', () => {
    const foreign = changed(18, process.arch === 'arm64' ? 62 : 183);
    assert.equal(startable(foreign), false);
    assert.equal(
      startable(foreign, handler(process.arch === 'arm64' ? 'qemu-x86_64' : 'qemu-aarch64')),
      true,
    );
  });
});
