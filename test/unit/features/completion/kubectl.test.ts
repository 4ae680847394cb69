import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { knownPlugins } from '../../../../server/catalog';
import type { KnownPlugin } from '../../../../server/catalog/known-plugin';
import { ask, type Kubectl, kubectls } from '../../../conformance/live/kubectl';
import { inParallel } from '../../../conformance/live/pool';
import { completionAt } from './accept';
import { emptyBlocks } from './empty-blocks';

const [kubectl] = kubectls();
const skip = kubectl ? false : 'there is no kubectl on PATH to ask';

const root = mkdtempSync(join(tmpdir(), 'kubeconfig-exec-completion-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** In the place of a plugin: notes that it was run, and answers with a token in the version that is asked for. */
const standIn = (log: string) => `#!/bin/sh
echo run >> '${log}'
case "$KUBERNETES_EXEC_INFO" in
*'client.authentication.k8s.io/v1beta1'*) version=v1beta1 ;;
*) version=v1 ;;
esac
printf '{"apiVersion":"client.authentication.k8s.io/%s","kind":"ExecCredential","status":{"token":"t"}}' $version
`;

/** There is no server: whoever gets as far as dialling it has all that it needs. */
const dialled = /^(?:Unable to connect to the server: dial|The connection to the server)/;

async function complaint(plugin: KnownPlugin, style: string, { path, version }: Kubectl) {
  const marked = (emptyBlocks[style] ?? '').replaceAll('https://c:6443', 'https://127.0.0.1:1');
  const folder = mkdtempSync(join(root, `${plugin.id}-`));
  const bin = join(folder, 'bin');
  const [file, log] = [join(folder, 'config'), join(folder, 'log')];
  mkdirSync(bin);
  writeFileSync(log, '');
  writeFileSync(join(bin, plugin.exec.command), standIn(log));
  chmodSync(join(bin, plugin.exec.command), 0o755);
  writeFileSync(file, completionAt(marked, { kubernetesVersion: version }).accept(plugin.name));
  const question = { cwd: folder, PATH: bin };
  const view = await ask(
    { path, version },
    { ...question, args: ['--kubeconfig', file, 'config', 'view', '--minify'] },
  );
  const get = await ask(
    { path, version },
    { ...question, args: ['--kubeconfig', file, 'get', '--raw', '/', '--request-timeout=5s'] },
  );
  const runs = readFileSync(log, 'utf8').split('\n').length - 1;
  const refused = view.exit !== 0 ? view.error : dialled.test(get.error) && runs > 0 ? undefined : get.stderr;
  return refused === undefined ? [] : [`${plugin.name}, ${style}: ${refused}`];
}

describe('what completion writes, for kubectl', { skip }, () => {
  for (const style of ['block YAML, behind the key', 'flow YAML', 'JSON over lines']) {
    test(`${style}: each plugin is run on the first try`, async () => {
      if (!kubectl) return;
      const complaints = await inParallel(knownPlugins, (plugin) => complaint(plugin, style, kubectl));
      assert.deepEqual(complaints.flat(), []);
    });
  }
});
