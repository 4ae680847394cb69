import { nodeEnvironment } from '../environment-node';
import { inputOf, type ReadyChoice } from '../run';
import { failure, writeJson } from './output';
import { bytesOf } from './run-answer';
import type { RunArguments } from './run-arguments';

/** The request with the ExecCredential that `--exec-info` names; words if it can't be read. */
export async function withInput(request: RunArguments): Promise<RunArguments | string> {
  if (request.execInfo === undefined) return request;
  const bytes = await bytesOf(request.execInfo);
  if (typeof bytes === 'string') return bytes;
  const execInfo = Buffer.from(bytes).toString('utf8');
  return { ...request, overrides: { ...request.overrides, execInfo } };
}

/** `--print-exec-info`: what the plugin would be sent, masked; returns the exit status. */
export function printInput(choice: ReadyChoice, { interactive }: RunArguments): number {
  const terminal = interactive && process.stdin.isTTY === true;
  const input = inputOf(choice, nodeEnvironment, terminal);
  if (input === null)
    return failure('what the plugin would be sent cannot be told: the CA file of the cluster cannot be read');
  writeJson(input);
  return 0;
}
