import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { applyEdits } from '../../../server/edits/edit';
import { type NamePlace, namePlaces } from '../../../server/features/navigation/names';
import { rename } from '../../../server/features/navigation/rename';
import { documentOf, type Sample, samples } from '../../unit/features/navigation/corpus';
import { ask, type Kubectl } from './kubectl';
import { inParallel } from './pool';

const newNames = ['renamed', 'yes', 'a: b', '12', 'ü "q" #'];
/** Of the cases that were made up, so that it takes seconds. */
const every = 6;

/** The renames after which kubectl reads more, or less, than another name; nothing if there are none. */
export async function compareRenames(kubectl: Kubectl): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-exec-rename-'));
  const chosen = samples.filter(({ path }, index) => path.includes('realworld') || index % every === 0);
  try {
    const found = await inParallel([...chosen.entries()], ([index, sample]) =>
      differencesIn(kubectl, sample, index, folder),
    );
    return found.flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function differencesIn(kubectl: Kubectl, sample: Sample, index: number, folder: string) {
  const document = documentOf(sample);
  const places = [...namePlaces(document)];
  const place = places[index % Math.max(1, places.length)];
  const newName = newNames[index % newNames.length] ?? '';
  const result = place && rename({ document, files: [document] }, place.start, newName);
  if (!result || 'refusal' in result || 'note' in result) return [];
  const before = await view(kubectl, sample.path);
  if (!before) return [];
  const file = join(folder, `${index}.yaml`);
  writeFileSync(file, applyEdits(document.text, result.files[0]?.edits ?? []));
  const after = await view(kubectl, file);
  if (isDeepStrictEqual(after, withName(before, place, newName))) return [];
  return [
    `${sample.name}: kubectl ${kubectl.version} reads something else after ${place.name} is ${newName}`,
  ];
}

interface View {
  readonly 'current-context': string;
  readonly [section: string]: unknown;
}

interface Item {
  readonly name: string;
  readonly context?: Readonly<Record<string, string>>;
}

const lists = ['clusters', 'contexts', 'users'] as const;

/** What kubectl reads, with paths as they are written; `undefined` when it reads nothing. */
async function view(kubectl: Kubectl, path: string): Promise<View | undefined> {
  const args = ['config', 'view', '--raw', '--output=json', '--kubeconfig', path];
  const { exit, stdout } = await ask(kubectl, { args, cwd: dirname(path) });
  if (exit !== 0) return undefined;
  return sorted(JSON.parse(stdout.replaceAll(`${dirname(path)}/`, '')) as View);
}

/** kubectl lists by name, so that another name may have another place. */
function sorted(read: View): View {
  const inOrder = lists.map((list) => {
    const items = (read[list] ?? []) as Item[];
    return [list, items.toSorted((a, b) => (a.name < b.name ? -1 : 1))];
  });
  return { ...read, ...Object.fromEntries(inOrder) };
}

function withName(read: View, { section, name }: NamePlace, newName: string): View {
  const key = section === 'users' ? 'user' : 'cluster';
  const items = (list: (typeof lists)[number]) => (read[list] ?? []) as Item[];
  const renamed = items(section).map((item) => (item.name === name ? { ...item, name: newName } : item));
  const contexts = items('contexts').map((item) =>
    item.context?.[key] === name ? { ...item, context: { ...item.context, [key]: newName } } : item,
  );
  if (section !== 'contexts') return sorted({ ...read, contexts, [section]: renamed });
  const current = read['current-context'] === name ? newName : read['current-context'];
  return sorted({ ...read, 'current-context': current, contexts: renamed });
}
