import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { mutated } from '../unit/document/parts/mutate';

const conformance = path.join(import.meta.dirname, '../conformance');

/** Every kubeconfig of the corpora that is no larger than a fuzzer has time for, and each as JSON. */
export const kubeconfigs: readonly string[] = ['load/cases', 'realworld'].flatMap((folder) =>
  readdirSync(path.join(conformance, folder))
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => readFileSync(path.join(conformance, folder, file), 'utf8'))
    .filter((text) => text.length < 8000)
    .flatMap((text) => [text, ...asJson(text)]),
);

function asJson(text: string): string[] {
  try {
    return [JSON.stringify(parse(text, { logLevel: 'silent' }), null, 4)].filter(
      (json) => json !== undefined,
    );
  } catch {
    return [];
  }
}

/** One of them, changed in some places. */
export function kubeconfigOf(seed: number): string {
  return mutated(kubeconfigs[seed % kubeconfigs.length] ?? '', seed);
}
