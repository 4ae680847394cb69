import path from 'node:path';
import { findCommand } from '../host/apt';
import { root } from '../runner/phases';
import { run } from '../runner/process';
import { say } from '../runner/say';
import { copySample } from '../vscode/sample';
import { serve } from './serve';

async function main(): Promise<void> {
  const work = copySample(root);
  process.on('exit', work.remove);
  const desktop = hasDisplay() ? findCommand('code') : undefined;
  if (!desktop) {
    await serve(root, work);
    return;
  }
  say('Building …');
  if ((await run(process.execPath, [path.join(root, 'esbuild.mjs')], { cwd: root })) !== 0) {
    throw new Error('The build failed.');
  }
  say('Opening the sample workspace in VS Code; this ends when its window is closed.');
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`];
  args.push(work.sample, path.join(work.sample, 'good.kubeconfig'));
  process.exitCode = await run(desktop, args);
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
