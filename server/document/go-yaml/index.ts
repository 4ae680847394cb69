import type { LoadFault } from '../fault';
import { type Mark, YamlFault } from './cursor';
import { Grammar } from './grammar';

/** Where go-yaml v2, with which kubectl reads YAML, gives up on the first document of a text, if it does. */
export function goYamlFault(text: string): Pick<LoadFault, 'start' | 'kubectl'> | undefined {
  try {
    new Grammar(text).firstDocument();
    return undefined;
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return { start: error.at.offset, kubectl: `yaml: ${lineOf(error)}${error.problem}` };
  }
}

/** go-yaml's line number: one too small for its parser, and none at all on the first line. */
function lineOf({ at, context, from, problem }: YamlFault): string {
  if (problem.startsWith('unknown anchor')) return '';
  const line =
    at.line !== 0 ? at.line + (from === 'scanner' ? 1 : 0) : ((context as Mark | undefined)?.line ?? 0);
  return line === 0 ? '' : `line ${line}: `;
}
