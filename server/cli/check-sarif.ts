import { version } from '../../package.json';
import { rules } from '../rules';
import type { FileResult } from './file-result';
import { artifactUri } from './reported-path';

type Severity = FileResult['diagnostics'][number]['severity'];

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The diagnostics as SARIF 2.1.0, which code scanning reads. `failed`: how many files could not be read. */
export function sarifOf(files: readonly FileResult[], failed: number) {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'kubeconfig-exec', semanticVersion: version, rules: codes.map(descriptor) } },
        invocations: [{ executionSuccessful: failed === 0 }],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => resultsOf(file, codes)),
      },
    ],
  };
}

function descriptor(code: string) {
  const rule = rules.find((candidate) => candidate.code === code);
  const text = rule?.title.replaceAll('`', '') ?? code;
  return {
    id: code,
    shortDescription: { text },
    ...(rule && {
      fullDescription: { text: `${text}.` },
      help: { text: `Documentation: ${rule.link}`, markdown: `[Documentation](${rule.link})` },
      helpUri: rule.link,
      defaultConfiguration: { level: levels[rule.severity] },
    }),
  };
}

function resultsOf({ path, diagnostics }: FileResult, codes: readonly string[]) {
  const artifactLocation = artifactUri(path);
  return diagnostics.map(({ code, severity, message, range, kubectl }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    ...(kubectl !== null && { properties: { kubectl } }),
  }));
}

/** Counted from one; the end is exclusive there, too. */
function regionOf({ start, end }: FileResult['diagnostics'][number]['range']) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
