import assert from 'node:assert/strict';
import { delimiter, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { FileError } from '../../server/environment';
import { nodeEnvironment } from '../../server/environment-node';
import { listedFiles, readMerged } from '../../server/merged-files';
import { check, checkTogether } from '../../server/rules/check';
import exceptions from './exceptions.json';
import { type Case, cases, normal, refusalIn, loadRoot as root } from './load-corpus';
import { recordedRelease } from './release';
import { configOf, valuesOf } from './values';

function checked(file: string) {
  const path = join(root, file);
  const { text, fault } = decodeBytes(nodeEnvironment.files.read(path));
  const document = new Kubeconfig(text, fault ? [fault] : []);
  const context = {
    environment: nodeEnvironment,
    directory: dirname(path),
    kubernetesVersion: recordedRelease,
  };
  return { document, ...check(document, context, path) };
}

function checkedTogether(list: readonly string[]) {
  const paths = list.map((segment) => segment && join(root, segment));
  const { merged } = readMerged(listedFiles(paths.join(delimiter), process.platform), nodeEnvironment);
  const { files } = checkTogether(merged, {
    environment: nodeEnvironment,
    kubernetesVersion: recordedRelease,
  });
  return { names: merged.names, contexts: files.flatMap((file) => file.contexts) };
}

/** Single files without further flags: --context, --user and --cluster are `run`'s alone. */
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
      const directory = dirname(join(root, each.file));
      const { contexts, diagnostics } = checked(each.file);
      const current = contexts.find((context) => context.current);
      const want = normal(refusalIn(each), directory);
      const got = normal(current?.kubectl ?? null, directory);
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
      assert.deepEqual(valuesOf(document), configOf(each.config ?? {}));
    });
  }
});

const merged = cases.filter((each): each is Case & { KUBECONFIG: readonly string[] } => !!each.KUBECONFIG);

describe('several files in KUBECONFIG', () => {
  for (const each of merged) {
    it(`${each.id}: ${each.condition}`, () => {
      const directory = dirname(join(root, each.KUBECONFIG.find((segment) => segment !== '') ?? ''));
      const { names, contexts } = checkedTogether(each.KUBECONFIG);
      const current = contexts.find((context) => context.current);
      assert.equal(normal(current?.kubectl ?? null, directory), normal(refusalIn(each), directory));
      if (each.config) assert.deepEqual(valuesOf(names), configOf(each.config));
    });
  }
});
