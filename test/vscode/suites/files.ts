import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf, diagnosticsNow, diagnosticsOf, openSample, sampleUri } from './editor';
import { eventually } from './waiting';

const missing = `apiVersion: v1
kind: Config
current-context: here
clusters: [{ name: lab, cluster: { server: "https://lab.example.com" } }]
contexts: [{ name: here, context: { cluster: lab, user: jane } }]
users:
  - name: jane
    user: { exec: { apiVersion: client.authentication.k8s.io/v1beta1, command: ./tools/new-plugin } }
`;

/** What is on the disk, and changes there. */
export function fileTests(): void {
  describe('files', () => {
    it('tells a missing command until the system says that the file has come', async () => {
      const place = sampleUri('missing.kubeconfig').fsPath;
      const tools = path.join(path.dirname(place), 'tools');
      mkdirSync(tools);
      writeFileSync(place, missing);
      const watched = watchedFolders();
      try {
        const document = await openSample('missing.kubeconfig');
        assert.deepEqual((await diagnosticsOf(document)).map(codeOf), ['command-not-found']);
        await eventually('a watcher', () => watched.folders.has(tools));
        writeFileSync(path.join(tools, 'new-plugin'), '#!/bin/sh\n', { mode: 0o755 });
        await eventually('no diagnostics', () => diagnosticsNow(document).length === 0);
        await eventually('an event', () => watched.created.includes(path.join(tools, 'new-plugin')));
      } finally {
        watched.restore();
      }
    });
  });
}

/** Notes what the extension has VS Code watch, and which files have come there; see `answerMessages`. */
function watchedFolders() {
  const api = vscode.workspace as {
    createFileSystemWatcher: typeof vscode.workspace.createFileSystemWatcher;
  };
  const original = api.createFileSystemWatcher;
  const folders = new Set<string>();
  const created: string[] = [];
  api.createFileSystemWatcher = (pattern, ...rest) => {
    const watcher = original(pattern, ...rest);
    if (typeof pattern === 'object') folders.add(pattern.baseUri.fsPath);
    watcher.onDidCreate(({ fsPath }) => created.push(fsPath));
    return watcher;
  };
  return {
    folders,
    created,
    restore: () => {
      api.createFileSystemWatcher = original;
    },
  };
}
