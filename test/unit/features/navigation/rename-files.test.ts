import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { Merged } from '../../../../server/document/merged';
import { applyEdits } from '../../../../server/edits/edit';
import { nodeEnvironment } from '../../../../server/environment-node';
import { namePlaces } from '../../../../server/features/navigation/names';
import { rename } from '../../../../server/features/navigation/rename';
import { check, checkTogether } from '../../../../server/rules/check';
import { cases, loadRoot } from '../../../conformance/load-corpus';
import { documentOf, type Sample, samples } from './corpus';

interface File {
  readonly path: string;
  readonly document: Kubeconfig;
}

const environment = nodeEnvironment;

function mergedOf(files: readonly File[]): Merged {
  return new Merged(files.map((file) => ({ ...file, displayPath: file.path })));
}

/** Whether kubectl takes each context: of all files together, and of each alone. */
function verdicts(files: readonly File[]): unknown {
  const together = checkTogether(mergedOf(files), { environment });
  const alone = files.map(({ document, path }) =>
    check(document, { environment, directory: dirname(path) }, path),
  );
  return [...together.files, ...alone].map(({ contexts }) =>
    contexts.map(({ kubectl, current }) => [kubectl === null, current]),
  );
}

/** Those that kubectl was given, and the real ones in pairs: some have names in common. */
const given = cases.flatMap(({ id, KUBECONFIG, loads }) => {
  if (!KUBECONFIG || !loads) return [];
  const listed = KUBECONFIG.filter((path) => path !== '').map((path) => join(loadRoot, path));
  // kubectl skips those that do not exist.
  const paths = listed.filter((path) => existsSync(path));
  return [{ title: id, files: paths.map((path) => ({ name: path, path, text: '' })) }];
});
const real = samples.filter(({ path }) => path.includes('realworld'));
const pairs = real.flatMap((sample, index) => {
  const [next] = real.slice(index + 1);
  return next ? [{ title: `${sample.name} and ${next.name}`, files: [sample, next] }] : [];
});

describe('after a rename over several files, all and each of them mean the same', () => {
  let renames = 0;
  let across = 0;
  for (const { title, files } of [...given, ...pairs] as { title: string; files: Sample[] }[]) {
    test(title, () => {
      const opened = files.map((sample) => ({ path: sample.path, document: documentOf(sample) }));
      const views = mergedOf(opened).files.map(({ document }) => document);
      const before = verdicts(opened);
      for (const document of views) {
        for (const place of [...namePlaces(document)].slice(0, 8)) {
          const result = rename({ document, files: views }, place.start, 'yes: 1');
          if (!result || 'refusal' in result || 'note' in result) continue;
          const edited = opened.map((file, index) => {
            const change = result.files.find((each) => each.document === views[index]);
            return change
              ? { ...file, document: new Kubeconfig(applyEdits(file.document.text, change.edits)) }
              : file;
          });
          renames += 1;
          if (result.files.length > 1) across += 1;
          assert.deepEqual(verdicts(edited), before, `${place.section} ${place.name}`);
        }
      }
    });
  }
  test('counts', (context) => {
    context.diagnostic(`${renames} renames, ${across} of them in more than one file`);
    assert.ok(renames > 300 && across > 15, `${renames}, ${across}`);
  });
});
