import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf, hoverOn, openSample } from './editor';

/** What reads and never runs: it has to work with trust and without. */
export function readingTests(): void {
  describe('reading', () => {
    it('shows diagnostics with codes in a bad kubeconfig', async () => {
      const found = await diagnosticsOf(await openSample('bad.kubeconfig'));
      assert.deepEqual(
        found.filter((diagnostic) => typeof codeOf(diagnostic) !== 'string'),
        [],
      );
      assert.ok(found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    });

    it('shows the documentation of interactiveMode on hover', async () => {
      const text = await hoverOn(await openSample('good.kubeconfig'), 'interactiveMode:');
      assert.match(text, /IfAvailable/);
    });

    it('shows the documentation of an ExecCredential’s field on hover', async () => {
      const text = await hoverOn(await openSample('credential.json'), 'expirationTimestamp');
      assert.match(text, /RFC ?3339/i);
    });
  });
}
