import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownPlugins, pluginById, pluginOf } from '../../../server/catalog';
import { execApiVersion, type KnownPlugin, type Part } from '../../../server/catalog/known-plugin';
import { sources } from '../../../server/catalog/sources';
import { textOf } from '../../../server/catalog/template';

const texts = (plugin: KnownPlugin): string[] => [
  plugin.name,
  plugin.vendor,
  ...[plugin.lifetime, plugin.installHint, plugin.answers.since].filter((text) => text !== null),
  ...plugin.flags.flatMap(({ description, values }) => [description, ...Object.values(values ?? {})]),
  ...plugin.env.map(({ description }) => description),
  ...plugin.errors.flatMap(({ message, cause, fix }) => [message, cause, fix]),
  ...Object.values(plugin.extension),
];

const written = (plugin: KnownPlugin) => ({
  command: plugin.exec.command,
  args: plugin.exec.args.map(({ parts }) => textOf(parts)),
  env: plugin.exec.env,
});

test('all 44 are there, each once', () => {
  assert.equal(knownPlugins.length, 44);
  assert.equal(new Set(knownPlugins.map(({ id }) => id)).size, 44);
  assert.equal(pluginById('aws-eks-get-token')?.name, 'aws eks get-token');
  assert.equal(pluginById('nobody'), undefined);
});

test('every plugin has sources, and no one else', () => {
  assert.deepEqual(Object.keys(sources).sort(), knownPlugins.map(({ id }) => id).sort());
  for (const [id, urls] of Object.entries(sources)) {
    assert.ok(urls.length > 0, id);
    for (const url of urls) assert.match(url, /^https:\/\/[\w.-]+\.\w+\/\S+$/, id);
    assert.equal(new Set(urls).size, urls.length, id);
  }
});

describe('what is known of', () => {
  for (const plugin of knownPlugins) {
    test(plugin.id, () => {
      assert.match(plugin.id, /^[a-z\d]+(?:-[a-z\d]+)*$/);
      assert.ok(plugin.docsUrl === null || plugin.docsUrl.startsWith('https://'));
      for (const text of texts(plugin)) {
        assert.equal(text, text.trim());
        assert.notEqual(text, '');
        assert.doesNotMatch(text, / {2}|\n|undefined/);
      }
      for (const command of plugin.detect.commands) assert.equal(command, command.toLowerCase());
      checkVersions(plugin);
      checkFlags(plugin);
    });
  }
});

function checkVersions({ answers, exec }: KnownPlugin): void {
  const { versions, behaviour, chosenBy } = answers;
  assert.ok(behaviour !== 'fixed' || versions.length === 1);
  assert.ok(behaviour !== 'follows-request' || versions.length === 2);
  if (behaviour === 'by-flag') assert.match(chosenBy ?? '', /^--/);
  if (behaviour === 'by-env') assert.match(chosenBy ?? '', /^[A-Z_]+$/);
  assert.ok(versions.length === 0 || versions.includes(exec.version), 'writes a version that it answers in');
}

function checkFlags({ flags, env }: KnownPlugin): void {
  const names = flags.flatMap((flag) => flag.names);
  assert.equal(new Set(names).size, names.length, 'a flag is listed twice');
  assert.equal(new Set(env.map(({ name }) => name)).size, env.length, 'a variable is listed twice');
  for (const flag of flags) {
    assert.ok(flag.names.length > 0);
    for (const name of flag.names) assert.match(name, /^--?[\w-]+$/);
    assert.ok(flag.value !== null || (!flag.secret && flag.values === null), `${flag.names}: a switch`);
    assert.match(flag.description, /^[A-Z].*[.]$|^doctl|^`|^~/);
  }
  for (const { name } of env) assert.match(name, /^[A-Z][A-Z\d_]*$/);
}

describe('the block to write for', () => {
  for (const plugin of knownPlugins) {
    test(plugin.id, () => {
      const { exec, detect, flags, env } = plugin;
      const found = pluginOf(written(plugin));
      assert.equal(found?.plugin.id, plugin.id, 'is recognized');
      assert.equal(found?.wrapper, null);
      assert.match(exec.command, /^[a-z][\w-]*$/, 'a bare name');
      assert.ok(detect.commands.includes(exec.command) || exec.command === 'kubectl');
      assert.match(execApiVersion(exec.version), /^client\.authentication\.k8s\.io\/v1(?:beta1)?$/);
      assert.ok(['Never', 'IfAvailable'].includes(exec.interactiveMode));
      if (plugin.needsClusterInfo) assert.ok(exec.provideClusterInfo);
      for (const { parts } of exec.args) assert.ok(parts.length > 0);
      const args = written(plugin).args.map((argument) => argument.replace(/=.*/, ''));
      const secrets = flags.filter((flag) => flag.secret).flatMap(({ names }) => names);
      assert.deepEqual(
        secrets.filter((name) => args.includes(name)),
        [],
        'a secret in args',
      );
      for (const { name } of exec.env) {
        assert.ok(!env.find((variable) => variable.name === name)?.secret, `${name} is a secret`);
      }
    });
  }
});

test('every flag and variable that is written is also described', () => {
  for (const plugin of knownPlugins) {
    const flags = plugin.flags.flatMap(({ names }) => names);
    for (const argument of written(plugin).args.filter((each) => each.startsWith('-'))) {
      assert.ok(flags.includes(argument.replace(/=.*/, '')), `${plugin.id}: ${argument}`);
    }
  }
});

test('a value to write is one of those that a flag can have', () => {
  for (const { id, exec, flags } of knownPlugins) {
    for (const [index, { parts }] of exec.args.entries()) {
      const [placeholder] = parts.filter((part): part is Exclude<Part, string> => typeof part !== 'string');
      if (!placeholder || placeholder.choices.length === 0) continue;
      const before = exec.args[index - 1]?.parts[0];
      const name = typeof parts[0] === 'string' ? parts[0].replace(/=$/, '') : before;
      const flag = flags.find(({ names }) => names.includes(String(name)));
      assert.deepEqual(Object.keys(flag?.values ?? {}), placeholder.choices, id);
    }
  }
});
