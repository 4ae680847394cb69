import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from '../../../server/document/bytes';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { LocatedDocument } from '../../../server/document/located-document';
import { nodeEnvironment } from '../../../server/environment-node';
import { type Checked, check } from '../../../server/rules/check';
import { type Want, wantsBeside, wantsIn } from './wants';

const root = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');

export interface Fixture {
  /** Such as `command-missing/absent.yaml`. */
  readonly name: string;
  /** The code that it is about, or `valid`. */
  readonly folder: string;
  readonly text: string;
  readonly wants: readonly Want[];
  readonly checked: Checked;
}

/** Every document below `fixtures`, checked with the real files beside it. */
export const fixtures: readonly Fixture[] = readdirSync(root).flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => /\.(?:yaml|json)$/.test(file))
    .map((file) => fixture(folder, file)),
);

function fixture(folder: string, file: string): Fixture {
  const path = join(root, folder, file);
  const { text, fault } = decodeBytes(readFileSync(path));
  const faults = fault ? [fault] : [];
  const document = file.startsWith('credential')
    ? new LocatedDocument('exec-credential', text, faults)
    : new Kubeconfig(text, faults);
  // A release to judge for stands in the first line: `# kubernetes 1.21`.
  const kubernetesVersion = /^# kubernetes (\S+)/.exec(text)?.[1];
  const context = { environment: nodeEnvironment, directory: dirname(path), kubernetesVersion };
  const beside = `${path}.want`;
  const wants = existsSync(beside) ? wantsBeside(text, readFileSync(beside, 'utf8')) : wantsIn(text);
  return { name: `${folder}/${file}`, folder, text, wants, checked: check(document, context, file) };
}
