import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import manifest from '../../package.json';
import { type Reported, withoutDoubles } from '../../src/client/doubles';
import { quietSchema, quietSchemaUri } from '../../src/client/quiet-schema';

const { languages, yamlValidation } = manifest.contributes;

test('the other extension knows kubeconfigs by the names by which VS Code knows them', () => {
  const [{ filenames, filenamePatterns } = assert.fail('no language')] = languages;
  const [{ fileMatch } = assert.fail('no schema')] = yamlValidation;
  const names = filenames.filter((name) => name !== 'kuberc').map((name) => `**/${name}`);
  const missing = [...names, ...filenamePatterns].filter((pattern) => !fileMatch.includes(pattern));
  assert.deepEqual(missing, []);
});

test('the schema that leaves a document to us says what it is and no more', () => {
  assert.equal(quietSchema(quietSchemaUri('kubeconfig')), '{"title":"Kubeconfig"}');
  assert.equal(quietSchema(quietSchemaUri('exec-credential')), '{"title":"ExecCredential"}');
  assert.equal(quietSchema('kubeconfigexec://schema/x'), '{}');
});

describe('of our diagnostics', () => {
  const at = (code: unknown, line: number): Reported => ({
    code,
    severity: 0,
    range: { start: { line }, end: { line } },
  });
  const theirs = (line: number, severity = 0, source = 'YAML') => ({
    ...at(undefined, line),
    severity,
    source,
  });
  const syntax = at({ value: 'syntax', target: 'link' }, 3);
  const duplicate = at('duplicate-key', 5);
  const type = at('wrong-type', 7);
  const ours = [syntax, duplicate, type];

  test('all are shown where the other extension finds no fault', () => {
    assert.deepEqual(withoutDoubles(ours, []), ours);
    assert.deepEqual(withoutDoubles(ours, [theirs(3, 1)]), ours, 'a warning');
    assert.deepEqual(withoutDoubles(ours, [theirs(3, 0, 'yaml-schema: x')]), ours, 'what a schema says');
    assert.deepEqual(withoutDoubles(ours, [theirs(3, 0, 'spell')]), ours, 'a third extension');
  });

  test('broken syntax is told once, wherever each of the two parsers gave up', () => {
    assert.deepEqual(withoutDoubles(ours, [theirs(4)]), [duplicate, type]);
  });

  test('a key that stands twice is told once', () => {
    assert.deepEqual(withoutDoubles([duplicate, type], [theirs(5)]), [type]);
    assert.deepEqual(withoutDoubles([duplicate, type], [theirs(6)]), [duplicate, type]);
    const twice = { ...theirs(5), message: 'Map keys must be unique' };
    assert.deepEqual(
      withoutDoubles(ours, [twice]),
      [syntax, type],
      'no reason to keep quiet about the syntax',
    );
  });
});
