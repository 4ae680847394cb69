import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A refactoring, and what it makes of a document. Each file `NAME.md` has cases:
 *
 *     ## refactor.rewrite: Set as current context
 *     ```yaml
 *     (before, with ¦ where the cursor is)
 *     ```
 *     ```yaml
 *     (after)
 *     ```
 *
 * `## none: Why` has one block: nothing of that file's kind is offered there. Behind the language of the first
 * block may stand `release=1.21`. A `$bin` stands for the folder of the programs on PATH.
 */
export interface RefactorCase {
  readonly file: string;
  /** `none`: it is not offered. */
  readonly kind: string;
  readonly title: string;
  readonly before: string;
  readonly after: string | undefined;
  readonly cursor: number;
  readonly kubernetesVersion: string | undefined;
}

const pattern =
  /^## (none|refactor\.\w+): (.+)\n+```(?:yaml|json)([^\n]*)\n([\s\S]*?)^```$(?:\n+```(?:yaml|json)\n([\s\S]*?)^```$)?/gm;

export function casesIn(folder: string, bin: string): RefactorCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('$bin', bin);
    const cases = [...text.matchAll(pattern)].map((match) => caseOf(file, match));
    if (cases.length !== text.match(/^## /gm)?.length)
      throw new Error(`${file}: a heading without its blocks`);
    return cases;
  });
}

function caseOf(file: string, match: RegExpMatchArray): RefactorCase {
  const [, kind = '', title = '', info = '', marked = '', after] = match;
  const cursor = marked.indexOf('¦');
  if (cursor < 0) throw new Error(`${file}: ${title}: no cursor`);
  if ((kind === 'none') !== (after === undefined))
    throw new Error(`${file}: ${title}: one block too many or few`);
  return {
    file,
    kind,
    title,
    before: marked.replace('¦', ''),
    after,
    cursor,
    kubernetesVersion: /release=(\S+)/.exec(info)?.[1],
  };
}
