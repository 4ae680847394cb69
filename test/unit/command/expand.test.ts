import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expanded } from '../../../server/command/expand';
import { machineAt } from '../rules/machine';

const posix = { ...machineAt(), home: '/home/jane', variables: { TOOLS: '/opt/tools', EMPTY: '' } };
const windows = {
  ...posix,
  platform: 'win32',
  home: 'C:\\Users\\jane',
  variables: { LocalAppData: 'C:\\Users\\jane\\AppData\\Local' },
};

describe('a command as a shell would expand it', () => {
  const texts: [text: string, result: string | undefined][] = [
    ['~/bin/tool', '/home/jane/bin/tool'],
    ['~', '/home/jane'],
    ['$TOOLS/tool', '/opt/tools/tool'],
    [`$${'{TOOLS}'}/tool-$EMPTY`, '/opt/tools/tool-'],
    ['/here/~/tool', undefined],
    ['~joe/tool', undefined],
    ['$NOWHERE/tool', undefined],
    ['$(which tool)', undefined],
    ['$TOOLS/$(which tool)', undefined],
    ['tool', undefined],
  ];
  for (const [text, result] of texts) {
    test(text, () => assert.equal(expanded(text, posix), result));
  }

  test('on Windows, where names ignore case', () => {
    assert.equal(expanded('%LOCALAPPDATA%\\tool.exe', windows), 'C:\\Users\\jane\\AppData\\Local\\tool.exe');
    assert.equal(expanded('~\\tool.exe', windows), 'C:\\Users\\jane\\tool.exe');
  });
});
