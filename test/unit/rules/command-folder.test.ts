import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { check } from '../../../server/rules/check';
import { machineAt } from './machine';

const windows = process.platform === 'win32' && 'modes of files mean nothing on Windows';

/** What is said of a plugin in a folder, with their modes. */
function found(folderMode: number, fileMode: number): string[] {
  const root = mkdtempSync(join(tmpdir(), 'open-'));
  try {
    const folder = join(root, 'bin');
    mkdirSync(folder);
    writeFileSync(join(folder, 'tool'), '#!/bin/sh\n');
    chmodSync(join(folder, 'tool'), fileMode);
    chmodSync(folder, folderMode);
    const exec = '{ apiVersion: client.authentication.k8s.io/v1beta1, command: ./bin/tool }';
    const document = new Kubeconfig(`users: [{ name: alice, user: { exec: ${exec} } }]\n`);
    const context = { environment: machineAt(), directory: root };
    return check(document, context, 'config').diagnostics.flatMap(({ code, message }) =>
      code === 'command-open-folder' ? [message.replaceAll(root, '…')] : [],
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('a plugin that all users may change or replace', { skip: windows }, () => {
  assert.deepEqual(found(0o755, 0o755), []);
  assert.deepEqual(found(0o775, 0o775), [], "the group is the owner's business");
  assert.deepEqual(found(0o1777, 0o755), [], 'a sticky folder');
  for (const [folder, file] of [
    [0o777, 0o755],
    [0o755, 0o757],
  ] as const) {
    const [message, ...more] = found(folder, file);
    assert.match(message ?? '', /^Everyone on this machine can change or replace \S+, which kubectl runs/);
    assert.deepEqual(more, []);
  }
});
