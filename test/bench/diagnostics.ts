import path from 'node:path';
import { parseDocument } from 'yaml';
import { memoryFlags } from '../../server/protocol';
import { Client } from '../protocol/client';
import { rangeOf } from '../protocol/ranges';
import { edited, generate } from './kubeconfig';
import { type Measure, type Row, repeat } from './result';

/**
 * From opening or editing a document to its diagnostics, in a server that has warmed up; beside the former what the `yaml`
 * package, as warm, takes for the same text.
 */
export const measureDiagnostics: Measure = async (bundles) => {
  const client = await Client.start({
    bundle: path.join(bundles, 'server.js'),
    execArgv: memoryFlags(),
    initialize: { initializationOptions: { trusted: true } },
  });
  const rows: Row[] = [];
  for (const entries of [10, 100, 1000, 5000]) rows.push(...(await measureSize(client, entries)));
  await client.stop();
  client.kill();
  return rows;
};

async function measureSize(client: Client, entries: number): Promise<Row[]> {
  const text = generate(entries);
  const what = `${entries} entries, ${Math.round(text.length / 1024)} KiB`;
  const runs = entries < 1000 ? 20 : 10;
  const parsing = await repeat(runs, async () => parsed(text), 3);
  const opening = await repeat(runs, () => open(client, text), 3);
  const editing = await repeat(runs, editor(client, text), 3);
  return [
    { subject: 'yaml package', what: `parse, ${what}`, unit: 'ms', ...parsing },
    {
      subject: 'open to diagnostics',
      what,
      unit: 'ms',
      ...opening,
      ratio: parsing.median / opening.median,
    },
    { subject: 'edit to diagnostics', what, unit: 'ms', ...editing },
  ];
}

function parsed(text: string): number {
  const before = performance.now();
  parseDocument(text);
  return performance.now() - before;
}

let documents = 0;
const newUri = () => `file:///home/jane/${++documents}/.kube/config`;

async function open(client: Client, text: string): Promise<number> {
  const uri = newUri();
  const before = performance.now();
  await client.check(uri, text);
  const time = performance.now() - before;
  await client.close(uri);
  return time;
}

/** Types a character into the last user, and takes it away again. */
function editor(client: Client, text: string): () => Promise<number> {
  const uri = newUri();
  const { end } = rangeOf(text, edited);
  const typed = { start: end, end: { ...end, character: end.character + 1 } };
  let version = 0;
  return async () => {
    if (version === 0) await client.check(uri, text);
    version = Math.max(version, 1) + 1;
    const change = version % 2 === 0 ? { range: { start: end, end }, text: 'x' } : { range: typed, text: '' };
    const before = performance.now();
    await client.change(uri, version, change);
    await client.diagnostics(uri, version);
    return performance.now() - before;
  };
}
