import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { memoryFlags } from '../../server/protocol';
import { Client } from '../protocol/client';
import { generate } from './kubeconfig';
import { type Measure, repeat } from './result';

/** From starting the process to the answer of `initialize`, and to the diagnostics of the first document. */
export const measureStart: Measure = async (bundles) => {
  const bundle = path.join(bundles, 'server.js');
  const text = generate(10);
  const start = async (open: boolean) => {
    const before = performance.now();
    const client = await Client.start({ bundle, execArgv: memoryFlags() });
    if (open) await client.check('file:///home/jane/.kube/config', text);
    const time = performance.now() - before;
    client.kill();
    await client.exited();
    return time;
  };
  const alone = async () => {
    const before = performance.now();
    const child = spawn(process.execPath, ['-e', 'process.stdout.write("x")']);
    await once(child.stdout, 'data');
    const time = performance.now() - before;
    await once(child, 'close');
    return time;
  };
  const subject = 'start';
  return [
    { subject, what: 'Node.js alone writes a byte', unit: 'ms', ...(await repeat(20, alone)) },
    {
      subject,
      what: 'initialize is answered',
      unit: 'ms',
      budget: 150,
      ...(await repeat(20, () => start(false))),
    },
    { subject, what: 'first diagnostics, 10 entries', unit: 'ms', ...(await repeat(20, () => start(true))) },
  ];
};
