import type { DocumentKind } from '../document/located-document';
import { listedFiles } from '../merged-files';
import type { Levels } from '../rules/levels';
import { formatOf, parse, releaseOf } from './arguments';
import { levelsOf } from './rule-levels';

const formats = ['text', 'json', 'sarif', 'github'] as const;

export type Format = (typeof formats)[number];

export interface CheckArguments {
  readonly paths: readonly string[];
  /** Files that are merged. */
  readonly listed: readonly string[];
  readonly kind: DocumentKind | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly levels: Levels;
  readonly format: Format;
  /** Whether fixes are made, and written. */
  readonly fix: 'write' | 'dry-run' | undefined;
}

const kinds: readonly DocumentKind[] = ['kubeconfig', 'exec-credential', 'kuberc'];

function isKind(text: string): text is DocumentKind {
  return (kinds as readonly string[]).includes(text);
}

/** What `check` is asked for; other words say what is wrong. */
export function checkArguments(args: readonly string[]): CheckArguments | string {
  const parsed = parse(args, {
    kubeconfig: { type: 'string' },
    'kubernetes-version': { type: 'string' },
    // As the setting is spelled.
    kubernetesVersion: { type: 'string' },
    format: { type: 'string' },
    kind: { type: 'string' },
    rule: { type: 'string', multiple: true },
    fix: { type: 'boolean' },
    'fix-dry-run': { type: 'boolean' },
  });
  if ('problem' in parsed) return parsed.problem;
  if (parsed.help) return 'help';
  const { values, positionals: paths } = parsed;
  const format = formatOf(values.format, formats);
  if (typeof format !== 'string') return format.problem;
  const { kind } = values;
  if (kind !== undefined && !isKind(kind)) {
    return `unknown kind "${kind}": use ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
  }
  const kubernetesVersion = releaseOf(values['kubernetes-version'] ?? values.kubernetesVersion);
  if (typeof kubernetesVersion === 'object') return kubernetesVersion.problem;
  const levels = levelsOf(values.rule ?? []);
  if ('problem' in levels) return levels.problem;
  const listed = listedFiles(values.kubeconfig ?? '', process.platform);
  if (values.kubeconfig !== undefined && listed.length === 0) return '--kubeconfig names no file';
  if (paths.length === 0 && listed.length === 0) return 'no file is named';
  if (paths.filter((path) => path === '-').length > 1) return 'standard input can be read only once';
  const fix = values.fix ? 'write' : values['fix-dry-run'] ? 'dry-run' : undefined;
  if (values.fix && values['fix-dry-run']) return 'use --fix or --fix-dry-run, not both';
  if (fix === 'write' && paths.includes('-')) {
    if (paths.length + listed.length > 1)
      return '--fix takes standard input alone, as it prints the fixed document';
    if (format !== 'text')
      return `--fix prints the fixed document of standard input: leave --format ${format} out`;
  }
  return { paths, listed, kind, kubernetesVersion, levels, format, fix };
}
