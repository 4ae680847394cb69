import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type * as z from 'zod/mini';
import { type DocumentKind, LocatedDocument } from '../../../server/document/located-document';
import { hover } from '../../../server/features/hover';
import {
  allFields,
  execCredentialV1,
  execCredentialV1beta1,
  kubeconfig,
  kubercV1alpha1,
  kubercV1beta1,
} from '../../../server/schema';
import { sampleOf, write } from '../schema/sample';

const group = 'client.authentication.k8s.io';
const reserved = (path: string) =>
  path === 'clusters.*.cluster.extensions.*.name' ? `${group}/exec` : undefined;
const version =
  (name: string, of = group) =>
  (path: string) =>
    path === 'apiVersion' ? `${of}/${name}` : undefined;

const documents: [string, DocumentKind, z.ZodMiniType, (path: string) => unknown][] = [
  ['kubeconfig', 'kubeconfig', kubeconfig, reserved],
  ['ExecCredential v1', 'exec-credential', execCredentialV1, version('v1')],
  ['ExecCredential v1beta1', 'exec-credential', execCredentialV1beta1, version('v1beta1')],
  ['kuberc v1beta1', 'kuberc', kubercV1beta1, version('v1beta1', 'kubectl.config.k8s.io')],
  ['kuberc v1alpha1', 'kuberc', kubercV1alpha1, version('v1alpha1', 'kubectl.config.k8s.io')],
];

for (const [title, kind, schema, override] of documents) {
  for (const format of ['yaml', 'json'] as const) {
    describe(`hover in a ${format} ${title}`, () => {
      const written = write(sampleOf(schema, override), format);
      const document = new LocatedDocument(kind, written.text);

      for (const { path, doc } of allFields(schema)) {
        const name = path.at(-1) ?? '';
        const place = path.map((step) => (step === '*' ? '0' : step)).join('.');

        test(`on the key ${place}`, () => {
          const at = written.keys.get(place);
          assert.ok(at !== undefined, 'the sample has every field');
          const found = hover(document, at + 1);
          assert.ok(found);
          assert.equal(written.text.slice(found.start, found.end).replaceAll('"', ''), name);
          assert.ok(found.markdown.startsWith(`**${name}** · `));
          assert.ok(found.markdown.includes(doc.description));
          assert.ok(found.markdown.includes(`](${doc.link})`));
          for (const value of Object.keys(doc.values ?? {}).slice(1)) {
            assert.ok(found.markdown.includes(`\`${value}\``), value);
          }
          assert.equal(found.markdown.includes('Sensitive'), doc.sensitive ?? false);
          assert.equal(
            found.markdown.includes(`Plugin receives: \`${doc.execInfo}\``),
            Boolean(doc.execInfo),
          );
          for (const words of [doc.default, doc.since, doc.until]) {
            assert.ok(found.markdown.includes(words ?? ''), words);
          }
          const lines = found.markdown.split('\n').filter(Boolean);
          assert.ok(lines.length <= 10, `${lines.length} lines`);
        });

        const at = written.values.get(place);
        if (at === undefined) continue;
        test(`on the value of ${place}`, () => assert.ok(hover(document, at + 1)));
      }
    });
  }
}
