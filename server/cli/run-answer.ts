import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { nodeEnvironment } from '../environment-node';
import { judgeFor, judgeForVersion } from '../judge';
import { defaultMaxOutputBytes } from '../plugin';
import { goWords } from '../plugin/errno';
import { execGroup, execVersionsOf } from '../schema';
import { configurationOf } from './configuration';
import { failure } from './output';
import type { RunArguments } from './run-arguments';
import { outcomeOf } from './run-outcome';
import { tellOutcomes } from './run-result';

/** `run --answer`: judges a document as if the plugin had printed it; returns the exit status. Nothing is executed. */
export async function judgeAnswer(path: string, request: RunArguments): Promise<number> {
  const text = await bytesOf(path);
  if (typeof text === 'string') return failure(text);
  const answer = { text, name: path === '-' ? 'standard input' : basename(path) };
  const report = await reportFor(answer, request);
  if (typeof report === 'string') return failure(report);
  return tellOutcomes([outcomeOf(request.overrides, report)], request);
}

async function reportFor(answer: Parameters<typeof judgeFor>[0], request: RunArguments) {
  const { path, list, overrides, kubernetesVersion } = request;
  if (path === undefined && list === undefined) {
    const [newest = ''] = execVersionsOf(kubernetesVersion);
    const { apiVersion = `${execGroup}/${newest}` } = overrides;
    return judgeForVersion(answer, apiVersion, kubernetesVersion, nodeEnvironment);
  }
  const configuration = await configurationOf(request);
  if (typeof configuration === 'string') return configuration;
  return judgeFor(answer, configuration, request, nodeEnvironment);
}

/** Of a file or of standard input, either of which may have no end; words if it can't be read. No plugin may say more. */
export async function bytesOf(path: string): Promise<Uint8Array | string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // In pieces: whoever waits for a pipe shall be able to end this.
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      size += chunk.length;
      if (size > defaultMaxOutputBytes) return `cannot read ${path}: it is larger than ${most} MiB`;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    return `cannot read ${path}: ${goWords(error)}`;
  }
}

const most = defaultMaxOutputBytes / 1024 / 1024;
