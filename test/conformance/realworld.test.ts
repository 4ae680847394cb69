import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { nodeEnvironment } from '../../server/environment-node';
import { check } from '../../server/rules/check';

const root = join(dirname(fileURLToPath(import.meta.url)), 'realworld');
const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function checked(path: string) {
  const document = new Kubeconfig(decodeBytes(nodeEnvironment.files.read(path)).text);
  return check(document, { environment: nodeEnvironment, directory: dirname(path) }, path);
}

describe('kubeconfigs as vendors write them, which kubectl accepts', () => {
  for (const name of filesIn(root)) {
    it(name, () => {
      const { diagnostics, contexts } = checked(join(root, name));
      assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error'),
        [],
      );
      const current = contexts.find((context) => context.current);
      assert.deepEqual(
        { accepted: current?.accepted, kubectl: current?.kubectl },
        { accepted: true, kubectl: null },
      );
    });
  }
});

describe('kubeconfigs from bug reports, which kubectl refuses', () => {
  for (const name of filesIn(join(root, 'rejected'))) {
    it(name, () => {
      const { diagnostics, contexts } = checked(join(root, 'rejected', name));
      const current = contexts.find((context) => context.current);
      assert.equal(current?.accepted, false);
      assert.match(current.kubectl ?? '', /^(error: |Error in configuration: )/);
      assert.ok(diagnostics.some(({ severity }) => severity === 'error'));
    });
  }
});
