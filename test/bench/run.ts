import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, fileUri } from '../protocol/client';
import { approve, run } from '../protocol/running';
import { alone, kubeconfig } from './plugin';
import { type Measure, type Row, repeated, summary } from './result';
import { measureRunInVsCode } from './run-vscode';

const subject = 'run';
const unit = 'ms';

/** What a run takes besides the plugin that answers at once: over the wire, and in a real VS Code. */
export const measureRun: Measure = async (bundles) => {
  if (process.platform === 'win32') {
    process.stdout.write('run is left out: its plugin is a shell script.\n');
    return [];
  }
  return [...(await overTheWire(bundles)), ...(await measureRunInVsCode(bundles))];
};

async function overTheWire(bundles: string): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-bench-'));
  const client = await Client.start({
    bundle: path.join(bundles, 'server.js'),
    initialize: { initializationOptions: { trusted: true } },
  });
  const uri = fileUri(path.join(folder, 'kubeconfig'));
  await client.check(uri, kubeconfig);
  // One after the other, so that both have the same machine.
  const times = await repeated(
    30,
    async () => {
      const own = await alone();
      const before = performance.now();
      await run(client, await approve(client, { uri }));
      return { own, whole: performance.now() - before };
    },
    3,
  );
  await client.stop();
  rmSync(folder, { recursive: true });
  const more = times.map(({ own, whole }) => whole - own);
  return [
    { subject, what: 'the plugin alone', unit, ...summary(times.map(({ own }) => own)) },
    { subject, what: 'over the wire, more than that', unit, ...summary(more) },
  ];
}
