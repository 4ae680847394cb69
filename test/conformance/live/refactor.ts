import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { applyEdits } from '../../../server/edits/edit';
import { machineAt } from '../../unit/rules/machine';
import { refusalIn } from '../load-corpus';
import { type CorpusFile, filesIn, offeredIn, textOf } from '../refactor-corpus';
import { copiedCorpora } from '../repair-corpus';
import { ask, type Kubectl } from './kubectl';
import { inParallel } from './pool';

/** The contexts that kubectl accepts and refuses once a refactoring is made; nothing if there are none. */
export async function compareRefactorings(kubectl: Kubectl): Promise<string[]> {
  const root = copiedCorpora();
  try {
    const lost = await inParallel(filesIn(root), (file) => lostIn(kubectl, file, root));
    return lost.flat();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function lostIn(kubectl: Kubectl, file: CorpusFile, root: string): Promise<string[]> {
  const text = textOf(file);
  const contexts = new Kubeconfig(text).contexts.map(({ name }) => name).filter(isArgument);
  const before = new Map<string, string | null>();
  const lost: string[] = [];
  for (const { title, edits } of offeredIn(text, file.directory, machineAt())) {
    // Paths in it count from its folder.
    const changed = join(file.directory, 'changed');
    writeFileSync(`${changed}-${file.name.replaceAll('/', '-')}`, applyEdits(text, edits));
    for (const context of contexts) {
      if (!before.has(context)) before.set(context, await refusal(kubectl, file.path, context, root));
      if (before.get(context) !== null) continue;
      const now = await refusal(kubectl, `${changed}-${file.name.replaceAll('/', '-')}`, context, root);
      if (now !== null)
        lost.push(`${file.name}: ${title}: kubectl ${kubectl.version} refuses ${context}: ${now}`);
    }
  }
  return lost;
}

/** kubectl takes no context without a name. */
function isArgument(name: string): boolean {
  return name !== '' && !name.includes('\0');
}

async function refusal(
  kubectl: Kubectl,
  path: string,
  context: string,
  root: string,
): Promise<string | null> {
  const args = [
    'get',
    '--raw',
    '/version',
    '--request-timeout=5s',
    '--kubeconfig',
    path,
    '--context',
    context,
  ];
  const { exit, error } = await ask(kubectl, { args, cwd: root, PATH: join(root, 'load/cases/bin') });
  const loads = !error.startsWith('error: error loading config file');
  return refusalIn({ loads, loadError: error, works: exit === 0, useError: error });
}
