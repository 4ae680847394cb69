import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownPlugins } from '../../../server/catalog';
import { textOf } from '../../../server/catalog/template';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { hover } from '../../../server/features/hover';
import { cursor } from '../cursor';

function hoverAt(marked: string): string {
  const { text, offset } = cursor(marked);
  return hover(new Kubeconfig(text), offset)?.markdown ?? '';
}

const exec = (lines: string) =>
  `users:\n- name: alice\n  user:\n    exec:\n${lines.replace(/^/gm, '      ')}`;
const aws = (command: string, args: string) => exec(`command: ${command}\nargs: [${args}]`);

describe('the command of every plugin in the catalog', () => {
  for (const plugin of knownPlugins) {
    test(plugin.id, () => {
      const { command, args, env } = plugin.exec;
      const block = {
        command,
        args: args.map(({ parts }) => textOf(parts, (name) => name)),
        env: env.map(({ name, parts }) => ({ name, value: textOf(parts, (word) => word) })),
      };
      const text = JSON.stringify({ users: [{ name: 'a', user: { exec: block } }] });
      const offset = text.indexOf(`"command":"${command}"`) + '"command":"'.length;
      const markdown = hover(new Kubeconfig(text), offset)?.markdown ?? '';
      assert.ok(markdown.startsWith(`**${plugin.name}** · credential plugin of ${plugin.vendor}`), markdown);
      assert.match(markdown, /Returns (a|the) \w+/);
      const install = plugin.installHint?.replace(/.*not found\. /, '**Installation**: ');
      for (const part of [plugin.lifetime, install, plugin.docsUrl]) {
        if (part) assert.ok(markdown.includes(part), `${part} is in ${markdown}`);
      }
      for (const version of plugin.answers.versions) assert.ok(markdown.includes(`\`${version}\``), markdown);
    });
  }
});

describe('a plugin’s command line', () => {
  test('the command, by its path too', () => {
    assert.match(hoverAt(aws('a|ws', 'eks, get-token')), /^\*\*aws eks get-token\*\*/);
    assert.match(hoverAt(aws('/opt/bin/a|ws', 'eks, get-token')), /^\*\*aws eks get-token\*\*/);
  });
  test('the words of the subcommand', () => {
    assert.match(hoverAt(aws('aws', 'e|ks, get-token')), /^\*\*aws eks get-token\*\*/);
    assert.match(hoverAt(aws('aws', 'eks, get-|token')), /^\*\*aws eks get-token\*\*/);
  });
  test('a flag and its value', () => {
    const flag = /^\*\*--cluster-name\*\* · flag of aws eks get-token\n\nName of the EKS cluster/;
    assert.match(hoverAt(aws('aws', 'eks, get-token, --cluster|-name, x')), flag);
    assert.match(hoverAt(aws('aws', 'eks, get-token, --cluster-name, x|')), flag);
    assert.match(hoverAt(aws('aws', 'eks, get-token, --cluster-name=x|')), flag);
  });
  test('a value that has a meaning', () => {
    assert.match(hoverAt(aws('aws', 'eks, get-token, --output, js|on')), /`json`: What kubectl reads/);
    assert.match(hoverAt(aws('aws', 'eks, get-token, --out|put, json')), /- `json`: What kubectl reads/);
  });
  test('a secret is never shown', () => {
    const markdown = hoverAt(aws('kubelogin', 'get-token, --login, spn, --client-secret, s3c|ret'));
    assert.match(markdown, /^\*\*--client-secret\*\*[\s\S]*Sensitive/);
    assert.ok(!markdown.includes('s3cret'));
  });
  test('a variable that many plugins read, also of a plugin that nobody knows', () => {
    const marked = exec('command: lab-plugin\nenv: [{name: HTTPS_PRO|XY, value: x}]');
    assert.match(
      hoverAt(marked),
      /^\*\*HTTPS_PROXY\*\* · variable that many plugins read\n\nProxy of the plugin/,
    );
    assert.match(hoverAt(marked.replace('PRO|XY', 'PROXY').replace('x}', 'x|}')), /^\*\*HTTPS_PROXY\*\*/);
    assert.match(hoverAt(marked.replace('HTTPS_PRO|XY', 'LAB_PRO|XY')), /^\*\*name\*\* · string/);
  });

  test('a variable, by its name and its value', () => {
    const env = (name: string, value: string) =>
      exec(`command: aws\nargs: [eks, get-token]\nenv: [{name: ${name}, value: ${value}}]`);
    assert.match(hoverAt(env('AWS_PRO|FILE', 'x')), /^\*\*AWS_PROFILE\*\* · variable of aws eks get-token/);
    const secret = hoverAt(env('AWS_SECRET_ACCESS_KEY', 's3c|ret'));
    assert.match(secret, /Sensitive/);
    assert.ok(!secret.includes('s3cret'));
  });
  test('several programs of one name', () => {
    const markdown = hoverAt(aws('kube|login', ''));
    assert.match(markdown, /^\*\*Credential plugin\*\* `kubelogin`/);
    assert.match(markdown, /- Azure kubelogin of Microsoft.*\(https:/);
    assert.match(hoverAt(aws('a|ws', '')), /- aws eks get-token of Amazon Web Services/);
  });
  test('what is unknown has the field’s words', () => {
    assert.match(hoverAt(aws('my-|tool', 'eks')), /^\*\*command\*\* · string/);
    assert.match(hoverAt(aws('my-tool', 'e|ks')), /^\*\*args\*\* · list/);
    assert.match(hoverAt(aws('aws', 's3, l|s')), /^\*\*args\*\* · list/);
    assert.match(hoverAt(exec('env: [{name: F|OO}]')), /^\*\*name\*\* · string/);
  });
});

describe('names', () => {
  const file = `current-context: dev
contexts:
- { name: dev, context: { cluster: lab, user: eks, namespace: web } }
- { name: two, context: { cluster: lab, user: eks } }
clusters: [{ name: lab, cluster: { server: "lab:s3cret@host:6443" } }, { name: lone }]
users:
- name: eks
  user: { exec: { command: aws, args: [eks, get-token] } }
`;
  const at = (words: string) => hoverAt(file.replace(words, `${words}‸`).replaceAll('|', ''));

  test('a context: cluster, user, plugin and namespace', () => {
    const lines = at('name: dev').split('  \n');
    assert.deepEqual(lines, [
      '**context** `dev`',
      'cluster `lab`: `host:6443`',
      'user `eks`: runs `aws`, aws eks get-token of Amazon Web Services',
      'namespace `web`',
      'The current context',
    ]);
  });
  test('a user and a cluster: which contexts use it', () => {
    assert.match(at('name: eks'), /\nUsed by the contexts `dev` and `two`$/);
    assert.match(at('name: lab'), /\nUsed by the contexts `dev` and `two`$/);
    assert.match(at('name: lone'), /\nNo context uses it$/);
  });
  test('of many contexts a few', () => {
    const contexts = Array.from({ length: 9 }, (_, n) => `{name: c${n}, context: {user: u}}`).join(', ');
    const markdown = hoverAt(`contexts: [${contexts}]\nusers: [{name: u|}]`);
    assert.match(markdown, /`c0`, `c1`, `c2`, `c3`, `c4` and 4 more$/);
  });
});
