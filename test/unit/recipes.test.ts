import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { root } from '../runner/phases';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const section = /^## Other editors and CI\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? assert.fail('no section');

const blocks = [...section.matchAll(/^### (.*)\n[\s\S]*?(?=^### |$(?![\s\S]))/gm)].map(
  ([text, name = '']) => ({
    name,
    codes: [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
      language,
      code,
    })),
  }),
);
const codesOf = (name: string) => blocks.find((block) => block.name === name)?.codes ?? assert.fail(name);

test('each editor starts the command of the package over stdio, and trusts', () => {
  const [command = ''] = Object.keys(manifest.bin);
  for (const editor of ['Neovim', 'Helix', 'Zed', 'Emacs']) {
    const codes = codesOf(editor);
    assert.ok(codes.length > 0, editor);
    for (const { code } of codes) {
      for (const part of [command, '--stdio', 'trusted'])
        assert.ok(code.includes(part), `${editor}: ${part}`);
    }
  }
});

test('what is JSON or YAML can be read', () => {
  const read = blocks.flatMap(({ codes }) =>
    codes.flatMap(({ language, code }) => {
      if (language === 'json') return [JSON.parse(code)];
      return language === 'yaml' ? [parse(code)] : [];
    }),
  );
  assert.equal(read.length, 3);
});

test('the hook of pre-commit is one that there is', () => {
  const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string }[];
  const [{ code } = assert.fail()] = codesOf('pre-commit');
  const known = new Set(hooks.map(({ id }) => id));
  for (const { id } of parse(code).repos[0].hooks) assert.ok(known.has(id), id);
  for (const id of known) assert.ok(section.includes(id), id);
});
