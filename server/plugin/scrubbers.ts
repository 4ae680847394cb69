import { secretsOfValue } from '../credential/mask';
import { Secret } from '../credential/secret';
import { secretsInToken } from '../credential/token';
import type { Environment } from '../environment';
import { editedSecrets } from './exec-info-edited';
import { execSecrets, variableSecrets } from './exec-secrets';
import { secretsInDocument, textOf } from './harvest';
import { secretsInText } from './harvest-text';
import type { Judgement } from './judge';
import { Refusal } from './refusal';
import { Scrubber } from './scrub';
import { filedSecrets } from './secret-files';
import { withoutShares } from './shares';
import type { Outcome } from './spawn';
import { readStdout, type StdoutDocument } from './stdout';
import type { ExecTarget } from './target';

/** What is known to be secret depends on where a text comes from. */
export interface Scrubbers {
  /** For names and paths of the kubeconfig. */
  readonly file: Scrubber;
  /** For what the plugin was given: it may have been given its credential, too. */
  readonly input: Scrubber;
  /** For everything that the plugin wrote. */
  readonly output: Scrubber;
}

export function scrubbersFor(
  target: ExecTarget,
  environment: Environment,
  outcome: Pick<Outcome, 'stdout'> | null,
  judgement: Judgement,
): Scrubbers {
  const file = new Scrubber(givenSecrets(target, environment));
  const input = new Scrubber(credentialSecrets(judgement), file);
  const output = new Scrubber(outputSecrets(target, environment, outcome, judgement), input);
  return { file, input, output };
}

/** What is known to be secret before anything is run. */
function givenSecrets(target: ExecTarget, environment: Environment): string[] {
  const { execInfo } = target.overrides ?? {};
  return [
    ...target.secrets,
    ...execSecrets(target.exec),
    ...filedSecrets(target, environment),
    ...(execInfo === undefined ? [] : editedSecrets(execInfo)),
  ];
}

/** For what is shown before anything is approved. */
export function planScrubber(target: ExecTarget, environment: Environment): Scrubber {
  return new Scrubber(givenSecrets(target, withoutShares(environment)));
}

function credentialSecrets({ status }: Judgement): string[] {
  if (!status) return [];
  const [token = '', key = ''] = [status.token, status.key].map(Secret.reveal);
  return [token, key, ...secretsInToken(token)];
}

/** The plugin may repeat all that it was given and what it printed. */
function* outputSecrets(
  { clusterInfo }: ExecTarget,
  environment: Environment,
  outcome: Pick<Outcome, 'stdout'> | null,
  { document }: Judgement,
): Generator<string> {
  yield* secretsOfValue(JSON.parse(clusterInfo?.configJson ?? 'null'));
  yield* inheritedSecrets(environment);
  if (document) yield* documentSecrets(document);
  else if (outcome) yield* stdoutSecrets(outcome.stdout);
}

function* documentSecrets({ ignored, root }: StdoutDocument): Generator<string> {
  yield* secretsInText(ignored);
  for (const secret of secretsInDocument(root)) {
    yield secret;
    yield* secretsInToken(secret);
  }
}

/** No credential is longer; what is, is read as text alone. */
const mostDocumentBytes = 256 * 1024;

/** Of a stdout that was not judged, as after a failure, or could not be read. */
function* stdoutSecrets(stdout: Buffer): Generator<string> {
  yield* secretsInText(textOf(stdout));
  if (stdout.length > mostDocumentBytes) return;
  const document = readStdout(stdout);
  if (!(document instanceof Refusal)) yield* documentSecrets(document);
}

/** Not where the value is a path, as that of PWD or GOOGLE_APPLICATION_CREDENTIALS. */
function inheritedSecrets({ variables, files }: Environment): string[] {
  const all = Object.entries(variables).map(([name, value = '']) => ({ name, value }));
  return variableSecrets(all).filter((value) => value.length >= 8 && files.stat(value) === undefined);
}
