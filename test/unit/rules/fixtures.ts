import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from '../../../server/document/bytes';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import type { DocumentKind } from '../../../server/document/located-document';
import { Merged } from '../../../server/document/merged';
import { readDocument } from '../../../server/document/read-document';
import { type Checked, check, checkTogether } from '../../../server/rules/check';
import { machineAt } from './machine';
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
  /** Checks another text in its place; absent for one of several files. */
  readonly again?: (text: string) => Checked;
}

/**
 * Every document below `fixtures`, checked with the real files beside it. The files of a folder in a folder are
 * merged as those of KUBECONFIG, in the order of their names.
 */
export const fixtures: readonly Fixture[] = readdirSync(root).flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return mergedFixtures(folder, entry.name);
    return /\.(?:yaml|json)$/.test(entry.name) ? [fixture(folder, entry.name)] : [];
  }),
);

function mergedFixtures(folder: string, list: string): Fixture[] {
  const names = readdirSync(join(root, folder, list)).filter((name) => name.endsWith('.yaml'));
  const files = names.sort().map((name) => {
    const path = join(root, folder, list, name);
    return { path, displayPath: name, document: new Kubeconfig(readFileSync(path, 'utf8')) };
  });
  const together = checkTogether(new Merged(files), { environment: machineAt() });
  return files.flatMap(({ displayPath, document: { text } }, index) => {
    const own = together.files[index];
    const checked = own && { ...together, ...own };
    return checked
      ? [{ name: `${folder}/${list}/${displayPath}`, folder, text, wants: wantsIn(text), checked }]
      : [];
  });
}

function fixture(folder: string, file: string): Fixture {
  const path = join(root, folder, file);
  const { text, fault } = decodeBytes(readFileSync(path));
  const faults = fault ? [fault] : [];
  const document = readDocument(kindOf(file), text, faults);
  // A release to judge for stands in the first line: `# kubernetes 1.21`; or a date: `# date 2020-01-01`; or
  // preferences beside it that are the user's: `# KUBERC deny-all.kuberc`.
  const kubernetesVersion = /^# kubernetes (\S+)/m.exec(text)?.[1];
  const kuberc = /^# KUBERC (\S+)/m.exec(text)?.[1];
  const variables = kuberc ? { KUBERC: join(root, folder, kuberc) } : {};
  const environment = machineAt(/^# date (\S+)/m.exec(text)?.[1], variables);
  const context = { environment, directory: dirname(path), kubernetesVersion };
  const beside = `${path}.want`;
  const wants = existsSync(beside) ? wantsBeside(text, readFileSync(beside, 'utf8')) : wantsIn(text);
  const again = (other: string) => check(readDocument(kindOf(file), other), context, file);
  return { name: `${folder}/${file}`, folder, text, wants, checked: check(document, context, file), again };
}

function kindOf(file: string): DocumentKind {
  if (file.startsWith('kuberc')) return 'kuberc';
  return file.startsWith('credential') ? 'exec-credential' : 'kubeconfig';
}
