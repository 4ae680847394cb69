import { createInterface } from 'node:readline';
import { overrideWords } from '../describe-report';
import { printable } from '../printable';
import type { RunPlan } from '../protocol';

type Plan = Extract<RunPlan, { kind: 'ready' }>;

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks once, on standard error, so that standard output holds nothing but the report. */
export async function approved(plan: Plan, times: number): Promise<boolean> {
  const line = [plan.resolvedPath ?? plan.command, ...plan.args].map(printable).join(' ');
  const names = plan.envNames.map(printable).join(', ');
  const instead = plan.overrides ? overrideWords(plan.overrides).map(printable).join(', ') : '';
  const often = times === 1 ? '' : `, ${times} times`;
  const lines = [
    `Run this program${often}?`,
    `  ${line}`,
    ...(names ? [`  with ${names} set`] : []),
    ...(instead ? [`  instead of what is configured: ${instead}`] : []),
    '[y/N] ',
  ];
  const question = lines.join('\n');
  return /^y(es)?$/i.test((await ask(question)).trim());
}

/** The empty string when the question is left with Ctrl+C or Ctrl+D. */
function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    prompt.once('close', () => {
      resolve('');
    });
    prompt.question(question, (answer) => {
      resolve(answer);
      prompt.close();
    });
  });
}
