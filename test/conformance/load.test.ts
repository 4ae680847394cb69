import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { FileError } from '../../server/environment';
import { nodeEnvironment } from '../../server/environment-node';
import { check } from '../../server/rules/check';
import exceptions from './exceptions.json';

interface Case {
  readonly id: string;
  readonly condition: string;
  readonly file?: string;
  readonly args?: readonly string[];
  readonly loads: boolean;
  readonly loadError?: string;
  readonly config?: Record<string, unknown>;
  readonly works: boolean | null;
  readonly useError?: string;
}

const root = join(dirname(fileURLToPath(import.meta.url)), 'load');
const cases = JSON.parse(readFileSync(join(root, 'verdicts.json'), 'utf8')) as Case[];
/** Errors that come after the client is built: running the plugin, prompting, dialling. */
const later = /localhost:8080|EOF$|^Unable to connect|^The connection to the server|^error: stat /;

function expected({ loads, loadError, works, useError }: Case): string | null {
  if (!loads) return loadError ?? '';
  return !works && useError && !later.test(useError) ? useError : null;
}

/** Without what the corpus says not to compare: memory dumps and the YAML parser's line numbers. */
function normal(text: string | null, file: string): string | null {
  return (
    text
      ?.replaceAll(dirname(join(root, file)), '<DIR>')
      .replaceAll(root, '<ROOT>')
      .replace(/in list: \[.*$/s, 'in list:')
      .replace(/line \d+: /, '')
      .trim() ?? null
  );
}

function checked(file: string) {
  const path = join(root, file);
  const { text, fault } = decodeBytes(nodeEnvironment.files.read(path));
  const document = new Kubeconfig(text, fault ? [fault] : []);
  return { document, ...check(document, { environment: nodeEnvironment, directory: dirname(path) }, path) };
}

/** Single files without further flags; several files and flags are not implemented yet. */
const single = cases.filter(
  (each): each is Case & { file: string } => !each.args?.length && isFile(each.file),
);

function isFile(file: string | undefined): boolean {
  if (file === undefined) return false;
  try {
    nodeEnvironment.files.read(join(root, file));
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

describe('kubeconfigs that kubectl 1.33 was given', () => {
  let verdicts = 0;
  let messages = 0;

  for (const each of single) {
    const exception = (exceptions.load as Record<string, string>)[each.id];
    it(`${each.id}: ${each.condition}`, (test) => {
      const { contexts, diagnostics } = checked(each.file);
      const current = contexts.find((context) => context.current);
      const want = normal(expected(each), each.file);
      const got = normal(current?.kubectl ?? null, each.file);
      if (current?.accepted === (want === null)) verdicts++;
      if (got === want) messages++;
      if (exception) {
        test.diagnostic(`exception: ${exception}`);
        assert.notEqual(got, want, 'agrees by now: take it off the list of exceptions');
        return;
      }
      assert.equal(got, want);
      const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
      assert.equal(errors.length === 0, current?.accepted, `errors: ${errors.map((error) => error.code)}`);
    });
  }

  it('agreement', (test) => {
    const of = `of ${single.length}`;
    test.diagnostic(`load corpus: verdict ${verdicts} ${of}, message ${messages} ${of}`);
    assert.ok(verdicts > 0);
  });
});

describe('values that kubectl 1.33 read from them', () => {
  for (const each of single.filter(({ config }) => config)) {
    it(`${each.id}: ${each.condition}`, () => {
      const { document } = checked(each.file);
      const mine = {
        clusters: byName(document.clusters.map((entry) => entry.decoded.value)),
        users: byName(document.users.map((entry) => entry.decoded.value)),
        contexts: byName(document.contexts.map((entry) => entry.decoded.value)),
        'current-context': document.currentContext,
      };
      const { clusters, users, contexts, 'current-context': current } = each.config ?? {};
      assert.deepEqual(bare(mine), bare({ clusters, users, contexts, 'current-context': current }));
    });
  }
});

function byName(entries: readonly ({ name?: string | undefined } | undefined)[]) {
  return entries.toSorted((a, b) => ((a?.name ?? '') < (b?.name ?? '') ? -1 : 1));
}

/** Without what `kubectl config view` adds or leaves out: unset fields, defaults, the file's folder. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item) ?? {});
  if (typeof value === 'string') return value.replaceAll('<DIR>/', '') || undefined;
  if (typeof value !== 'object' || value === null) return value || undefined;
  const entries = Object.entries(value)
    .filter(([name, item]) => !(name === 'interactiveMode' && item === 'IfAvailable'))
    .map(([name, item]) => [name, bare(item)] as const)
    .filter(([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
