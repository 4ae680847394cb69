import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeBytes } from '../../../../server/document/bytes';
import { Kubeconfig } from '../../../../server/document/kubeconfig';

const conformance = path.join(import.meta.dirname, '../../../conformance');

export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Every kubeconfig of the corpora, also such as nobody can read. */
export const samples: readonly Sample[] = ['load/cases', 'realworld'].flatMap((folder) =>
  readdirSync(path.join(conformance, folder), { withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:ya?ml|json)$/.test(file.name))
    .map(({ name }) => {
      const file = path.join(conformance, folder, name);
      return { name, path: file, text: decodeBytes(readFileSync(file)).text };
    }),
);

export function documentOf({ path: file }: Sample): Kubeconfig {
  const { text, fault } = decodeBytes(readFileSync(file));
  return new Kubeconfig(text, fault ? [fault] : []);
}

/** The same numbers below a limit each time. */
export function* numbers(seed: string, limit: number, count: number): Generator<number> {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  for (let made = 0; made < count; made++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield Math.floor((state / 2 ** 32) * (limit + 1));
  }
}
