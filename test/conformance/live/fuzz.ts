import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import exceptions from '../exceptions.json';
import { cases, loadRoot } from '../load-corpus';
import { isolated, type Kubectl, kubectls } from './kubectl';
import { mutate } from './mutate';
import { type Opinion, ourOpinion, theirOpinion } from './opinions';
import { inParallel } from './pool';
import { Random } from './random';
import { shrink } from './shrink';

interface Disagreement {
  readonly about: 'verdict' | 'message' | 'values';
  readonly ours: Opinion;
  readonly theirs: Opinion;
}

interface Exception {
  readonly reason: string;
  /** Patterns of the two refusals and of the kubeconfig; all that are given have to match. */
  readonly ours?: string;
  readonly theirs?: string;
  readonly text?: string;
}

class Fuzz {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'kubeconfig-exec-fuzz-')));
  readonly counts = { agreed: 0, redacted: 0, excepted: 0 };
  readonly found = new Map<
    string,
    { readonly seed: number; readonly text: string; readonly what: Disagreement }
  >();

  constructor(readonly kubectl: Kubectl) {
    cpSync(join(loadRoot, 'cases'), this.folder, { recursive: true });
  }

  async try(seed: number): Promise<void> {
    const random = new Random(seed);
    const text = mutate(readFileSync(join(loadRoot, random.pick(files)), 'utf8'), random);
    const path = join(this.folder, `fuzz-${seed}.yaml`);
    const what = await this.disagreement(path, text);
    if (what && !this.found.has(signature(what))) {
      const same = async (shorter: string) => {
        const again = await this.disagreement(path, shorter);
        return again !== undefined && signature(again) === signature(what);
      };
      this.found.set(signature(what), { seed, text: await shrink(text, same, 80), what });
    }
    rmSync(path, { force: true });
  }

  async disagreement(path: string, text: string): Promise<Disagreement | undefined> {
    writeFileSync(path, text);
    const theirs = await theirOpinion(this.kubectl, path);
    const ours = ourOpinion(path, this.kubectl.version);
    const about = this.#compare(ours, theirs, text);
    return about && { about, ours, theirs };
  }

  #compare(ours: Opinion, theirs: Opinion, text: string): Disagreement['about'] | undefined {
    const excepted = (exceptions.fuzz as Exception[]).some(
      (each) =>
        new RegExp(each.ours ?? '').test(`${ours.refusal}`) &&
        new RegExp(each.theirs ?? '').test(`${theirs.refusal}`) &&
        new RegExp(each.text ?? '', 'u').test(text),
    );
    if ((ours.refusal === null) !== (theirs.refusal === null)) return this.#count(excepted, 'verdict');
    if (!sameWords(ours.refusal, theirs.refusal)) return this.#count(excepted, 'message');
    if (!isDeepStrictEqual(ours.values, theirs.values)) return this.#count(excepted, 'values');
    this.counts[ours.refusal === theirs.refusal ? 'agreed' : 'redacted']++;
    return undefined;
  }

  #count(excepted: boolean, about: Disagreement['about']): Disagreement['about'] | undefined {
    if (!excepted) return about;
    this.counts.excepted++;
    return undefined;
  }
}

/** Where we leave out what may be a secret, any text of kubectl's will do. */
function sameWords(ours: string | null, theirs: string | null): boolean {
  if (ours === theirs || ours === null || theirs === null) return ours === theirs;
  const parts = ours.split('[redacted]').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(theirs);
}

/** What kind of disagreement it is: names and numbers taken out. */
function signature({ about, ours, theirs }: Disagreement): string {
  const shape = (text: string | null) =>
    (text ?? 'accepted').replace(/"[^"]*"|'[^']*'|\d+/g, '…').slice(0, 160);
  return `${about}: ${shape(ours.refusal)} | ${shape(theirs.refusal)}`;
}

const files = cases
  .flatMap(({ file }) => (file && /\.(?:ya?ml|json)$/.test(file) ? [file] : []))
  .filter(isText);

function isText(file: string): boolean {
  try {
    return !readFileSync(join(loadRoot, file), 'utf8').includes('\uFFFD');
  } catch {
    return false;
  }
}

async function main([
  count = '2000',
  seed = String(Date.now() % 1_000_000),
]: readonly string[]): Promise<void> {
  const [kubectl] = kubectls();
  if (!kubectl)
    throw new Error('There is no kubectl to compare with. Put one on PATH, or name it in KUBECTL.');
  if (!isolated)
    throw new Error('The fuzz needs `unshare --net` (as root): no changed address may be dialled.');
  const first = Number(seed);
  console.warn(`kubectl ${kubectl.version}, ${count} mutations from seed ${first}`);
  const fuzz = new Fuzz(kubectl);
  await inParallel(
    Array.from({ length: Number(count) }, (_, index) => first + index),
    (each) => fuzz.try(each),
  );
  for (const [what, { seed: at, text, what: both }] of fuzz.found) {
    console.warn(
      `\n✘ ${what}\n  seed ${at}\n  ours:   ${tell(both.ours, both)}\n  theirs: ${tell(both.theirs, both)}`,
    );
    console.warn(text.replace(/^/gm, '    | '));
  }
  const { agreed, redacted, excepted } = fuzz.counts;
  console.warn(
    `\n${agreed} agreed, ${redacted} but for what we leave out as it may be secret, ${excepted} known exceptions, ${fuzz.found.size} kinds of disagreement`,
  );
  rmSync(fuzz.folder, { recursive: true });
  process.exitCode = fuzz.found.size > 0 ? 1 : 0;
}

function tell(opinion: Opinion, { about }: Disagreement): string {
  return about === 'values' ? JSON.stringify(opinion.values) : JSON.stringify(opinion.refusal ?? 'accepted');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
