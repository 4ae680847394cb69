import path from 'node:path';
import { workbenchUrl } from '../host/browser';
import { ensureHost } from '../host/install';
import { endDescendantsOnExit } from '../host/process-tree';
import { installExtension, startServer } from '../host/server';
import { makePackage } from '../runner/package';
import { say } from '../runner/say';
import type { SampleCopy } from '../vscode/sample';

const hints = `
What to try:
  1. Say that you trust the folder; without trust the extension reads but executes nothing.
  2. Hover interactiveMode in good.kubeconfig.
  3. Press F1, choose "Kubeconfig: Run Exec Plugin", and read the result: every secret is redacted.
  4. Open bad.kubeconfig and look at the Problems view.

The workspace is a copy that you may edit. Ctrl+C ends everything.`;

/** Serves the embedded VS Code with the packaged extension until a signal ends it. */
export async function serve(root: string, work: SampleCopy): Promise<void> {
  endDescendantsOnExit();
  const { PORT: port = '0' } = process.env;
  const host = await ensureHost();
  const dataDir = path.join(work.temporary, 'vscode');
  say('Building and packaging the extension …');
  const vsix = await makePackage(root);
  await installExtension(host, dataDir, vsix);
  const server = await startServer(host, {
    dataDir,
    port: Number(port),
    trustWorkspaces: false,
    settings: { 'security.workspace.trust.startupPrompt': 'once' },
  });
  say(
    `\nKubeconfig Exec is at work in VS Code:\n\n  ${workbenchUrl(server, work.sample, { file: path.join(work.sample, 'good.kubeconfig') })}\n${hints}`,
  );
  await server.ended;
}
