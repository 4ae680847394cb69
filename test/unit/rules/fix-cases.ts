import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentKind } from '../../../server/document/located-document';
import type { Fix } from '../../../server/rules/rule';
import { machineAt } from './machine';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * A fix, and what it makes of a document. Each file `fixes/CODE.md` has the cases of a rule:
 *
 *     ## safe: Quote the value
 *     ```yaml
 *     (before)
 *     ```
 *     ```yaml
 *     (after)
 *     ```
 *
 * The heading is the fix's kind and title; the first finding of the rule that offers it is the one. Behind the
 * language of the first block may stand: `kuberc` or `exec-credential`; `crlf`; `release=1.21`; `date=2020-01-01`;
 * `list` where the fix is not the preferred one. `<HOME>` in the second is the home folder of the tests' machine.
 */
export interface FixCase {
  readonly code: string;
  readonly kind: Fix['kind'];
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly document: DocumentKind;
  readonly kubernetesVersion: string | undefined;
  readonly date: string | undefined;
  /** Whether it is the first of the finding's fixes. */
  readonly preferred: boolean;
  /** The fixtures of the code: what relative paths count from. */
  readonly directory: string;
}

const pattern =
  /^## (safe|repair|choice): (.+)\n+```(?:yaml|json)([^\n]*)\n([\s\S]*?)^```\n+```(?:yaml|json)\n([\s\S]*?)^```$/gm;

export const fixCases: readonly FixCase[] = readdirSync(join(here, 'fixes')).flatMap((file) => {
  const text = readFileSync(join(here, 'fixes', file), 'utf8');
  const cases = [...text.matchAll(pattern)].map((match) => caseOf(basename(file, '.md'), match));
  const headings = text.match(/^## /gm)?.length ?? 0;
  if (cases.length !== headings) throw new Error(`${file}: not every heading has two blocks below it`);
  return cases;
});

function caseOf(code: string, match: RegExpMatchArray): FixCase {
  const [, kind, title = '', info = '', before = '', after = ''] = match;
  const options = info.trim().split(/\s+/);
  const value = (name: string) =>
    options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
  const lines = (text: string) => (options.includes('crlf') ? text.replaceAll('\n', '\r\n') : text);
  const document = options.find((option) => option === 'kuberc' || option === 'exec-credential');
  return {
    code,
    kind: kind as Fix['kind'],
    title,
    before: lines(before),
    after: lines(after).replaceAll('<HOME>', machineAt().home),
    document: (document ?? 'kubeconfig') as DocumentKind,
    kubernetesVersion: value('release'),
    date: value('date'),
    preferred: !options.includes('list'),
    directory: join(here, 'fixtures', code),
  };
}
