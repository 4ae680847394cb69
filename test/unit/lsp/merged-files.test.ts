import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMerged } from '../../../server/merged-files';
import { machineWith } from '../features/navigation/machine';

test('a file is taken apart once for each time that it is read', () => {
  const bytes = Buffer.from('users: [{name: a}]\n');
  let read = bytes;
  const machine = machineWith({ files: [] });
  const environment = { ...machine, files: { ...machine.files, read: () => read } };
  const fields = () => readMerged(['/here/config'], environment).merged.files[0]?.document.fields;
  const first = fields();
  assert.ok(first);
  assert.equal(fields(), first);
  read = Buffer.from(bytes);
  assert.notEqual(fields(), first);
});
