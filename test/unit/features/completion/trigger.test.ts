import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isWelcome, triggerCharacters } from '../../../../server/features/completion/trigger';

const welcome = [
  '    interactiveMode: ',
  '  - ',
  '  "',
  "  command: '",
  '  command: ./',
  '  - -',
  '  - --',
  '  args: [eks, --',
  '  args: ["-',
  '  - --login=',
  '  args: [--login=',
];
const unwelcome = ['    ', '-', '  -', '--', '---', 'a-', 'cluster-name: x-', 'a=', '  server: https://h?a='];

describe('what brings completion up while typing', () => {
  for (const line of welcome) {
    test(JSON.stringify(line), () => {
      const last = line.at(-1) ?? '';
      assert.ok((triggerCharacters as readonly string[]).includes(last));
      assert.equal(isWelcome(last, line), true);
    });
  }
  for (const line of unwelcome) {
    test(`not ${JSON.stringify(line)}`, () => assert.equal(isWelcome(line.at(-1) ?? '', line), false));
  }
});
