import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundle } from './worker';

/** What a script could reach a disk, a program or the network with. */
const reaching =
  /\b(require|import|fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|eval)\b ?\(/g;

test('what runs in a browser can start nothing, reads no disk and opens no connection', () => {
  assert.deepEqual(bundle('server.web').match(reaching), null);
  const extension = bundle('extension.web');
  assert.deepEqual([...new Set(extension.match(reaching))], ['require(']);
  const required = [...extension.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(required)], ['"vscode"']);
});
