import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { text } from './kubeconfig';
import { bundle, Worker } from './worker';

const cases = path.join(import.meta.dirname, '../../conformance/load/cases');
const uri = 'vscode-vfs://github/here/kubeconfig';

interface Found {
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

describe('the server in a browser’s worker', () => {
  let worker: Worker;
  let capabilities: Record<string, unknown>;
  let codes: string[];
  const at = (line: number, character: number) => ({
    textDocument: { uri },
    position: { line, character },
  });

  before(async () => {
    worker = new Worker(bundle('server.web'));
    const initialized = await worker.request<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { codeLens: {} }, workspace: { applyEdit: true } },
      initializationOptions: { trusted: true, commands: [] },
    });
    capabilities = initialized.capabilities;
    const diagnostics = worker.next<Found>('textDocument/publishDiagnostics');
    worker.notify('initialized', {});
    worker.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    codes = (await diagnostics).diagnostics.map(({ code }) => code);
  });

  after(() => worker.close());

  test('finds what texts alone decide, and nothing that a machine decides', () => {
    assert.ok(codes.includes('current-context-not-found'), codes.join());
    assert.ok(codes.includes('interactive-mode-missing'), codes.join());
    assert.deepEqual(
      codes.filter((code) => /not-found$|unreadable$/.test(code) && code !== 'current-context-not-found'),
      [],
    );
  });

  test('says nothing against a certificate that it cannot read', async () => {
    const data = (pem: string) => Buffer.from(pem).toString('base64');
    const certificate = data(readFileSync(path.join(cases, 'alice.crt'), 'utf8'));
    const key = data(readFileSync(path.join(cases, 'alice.key'), 'utf8'));
    const own = 'vscode-vfs://github/here/other.kubeconfig';
    const lines = [
      'users:',
      '- name: u',
      '  user:',
      `    client-certificate-data: ${certificate}`,
      `    client-key-data: ${key}`,
      'clusters:',
      '- name: c',
      '  cluster:',
      '    server: https://c.example',
      `    certificate-authority-data: ${certificate}`,
      '- name: d',
      '  cluster:',
      '    server: https://d.example',
      `    certificate-authority-data: ${data('no certificate')}`,
    ];
    const diagnostics = worker.next<Found>('textDocument/publishDiagnostics');
    worker.notify('textDocument/didOpen', {
      textDocument: { uri: own, languageId: 'yaml', version: 1, text: lines.join('\n') },
    });
    const found = (await diagnostics).diagnostics.map(({ code }) => code);
    const about = found.filter((code) => code.startsWith('c') && code.includes('certificate'));
    assert.deepEqual(about, ['certificate-authority-bad'], 'that which needs no certificate');
    for (const line of [3, 4, 9]) {
      const hover = await worker.request<{ contents: unknown }>('textDocument/hover', {
        textDocument: { uri: own },
        position: { line, character: 40 },
      });
      assert.match(JSON.stringify(hover.contents), /not read in the browser/);
    }
  });

  test('explains, proposes and renames', async () => {
    const hover = await worker.request<{ contents: { value: string } }>('textDocument/hover', at(17, 8));
    assert.match(JSON.stringify(hover.contents), /interactiveMode/);
    const proposed = await worker.request<{ items: { label: string }[] } | { label: string }[]>(
      'textDocument/completion',
      at(17, 23),
    );
    const labels = ('items' in proposed ? proposed.items : proposed).map(({ label }) => label);
    assert.ok(labels.includes('IfAvailable'), labels.join());
    const renamed = await worker.request<{ changes?: Record<string, unknown[]> }>('textDocument/rename', {
      ...at(12, 8),
      newName: 'v',
    });
    assert.equal(JSON.stringify(renamed).match(/"newText":"v"/g)?.length, 2);
  });

  test('offers no runs, and says why', async () => {
    const lenses = await worker.request<{ command?: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    const titles = lenses.map(({ command }) => command?.title);
    assert.ok(titles.includes('Set as current context'), titles.join());
    assert.ok(!titles.includes('Run exec plugin'));
    assert.deepEqual(capabilities['executeCommandProvider'], {
      commands: ['kubeconfigExec.setCurrentContext'],
    });
    const logged = worker.notifications.filter(({ method }) => method === 'window/logMessage');
    assert.match(JSON.stringify(logged), /In the browser no plugin is run.*Open the file in VS Code/);
  });
});
