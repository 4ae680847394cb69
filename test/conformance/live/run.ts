import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedMessage, expectedRun, normal } from '../run-compare';
import { corpusFolder, materialise, type Place, type Scenario, scenarios } from '../run-corpus';
import { runsIn } from '../run-ours';
import { type Answer, ask, type Kubectl } from './kubectl';
import { inParallel } from './pool';

/** What differs between a recorded run of a plugin and what this kubectl does now. */
export async function compareRun(kubectl: Kubectl): Promise<string[]> {
  const root = corpusFolder();
  try {
    // A terminal to run it in is not at hand here; the recorded outcome of those stays.
    const asked = scenarios.filter(({ stdin, requestTimeout }) => stdin !== 'tty' && !requestTimeout);
    return (await inParallel(asked, (scenario) => differences(kubectl, scenario, root))).flat();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function differences(kubectl: Kubectl, scenario: Scenario, root: string): Promise<string[]> {
  const place = materialise(scenario, root);
  const path = join(place.dir, scenario.kubeconfig);
  if (scenario.template) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('<DIR>', place.dir));
  const PATH = (scenario.PATH ?? '/usr/bin:/bin').replaceAll('<DIR>', place.dir);
  const env = { HOME: place.home, ORACLE_LOG: place.log, ...scenario.env };
  const args = [
    '--kubeconfig',
    path,
    '--request-timeout=30s',
    ...flagsOf(scenario, place),
    'get',
    '--raw',
    '/version',
  ];
  const answer = await ask(kubectl, { args, cwd: place.cwd, env, PATH });
  const runs = runsIn(place, { PATH, ...env });
  const found: string[] = [];
  const check = (what: string, live: unknown, recorded: unknown) => {
    if (live !== recorded)
      found.push(`${what} ${JSON.stringify(live)}, recorded is ${JSON.stringify(recorded)}`);
  };
  const verdict = verdictOf(answer, runs.length);
  check('verdict', verdict, scenario.kubectl.verdict);
  const recorded = expectedMessage(scenario.kubectl);
  const live = verdict === 'error' ? normal(answer.error, place) : null;
  check('message', live, recorded === null ? null : normal(recorded, place));
  check('exec info', runs[0]?.execInfo, expectedRun(scenario)?.execInfo);
  return found.map(
    (difference) => `${scenario.id} (${scenario.condition}): kubectl ${kubectl.version}: ${difference}`,
  );
}

function flagsOf({ flags = [] }: Scenario, { dir }: Place): string[] {
  return flags.map((flag) => flag.replaceAll('<DIR>', dir));
}

/** There is no server: who gets as far as dialling it has what it needs. */
const dialled =
  /^(?:Unable to connect to the server: (?:dial|proxyconnect|socks)|The connection to the server)/;

function verdictOf({ error }: Answer, runs: number): Scenario['kubectl']['verdict'] {
  if (!dialled.test(error)) return 'error';
  return runs > 0 ? 'accepted' : 'plugin not run';
}
