import { secretsOfArgs, secretsOfEnv, secretsOfValue } from '../credential/mask';
import { Secret } from '../credential/secret';
import { secretsInToken } from '../credential/token';
import type { Environment } from '../environment';
import { secretsInDocument, secretsInText, textOf } from './harvest';
import type { Judgement } from './judge';
import { Scrubber } from './scrub';
import type { Outcome } from './spawn';
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
  outcome: Outcome | null,
  judgement: Judgement,
): Scrubbers {
  const { args, env } = target.exec;
  const file = [...target.secrets, ...secretsOfArgs(args), ...secretsOfEnv(env)];
  const input = [...file, ...credentialSecrets(judgement)];
  return {
    file: new Scrubber(file),
    input: new Scrubber(input),
    output: new Scrubber(outputSecrets(input, target, environment, outcome, judgement)),
  };
}

function credentialSecrets({ status }: Judgement): string[] {
  if (!status) return [];
  const [token = '', key = ''] = [status.token, status.key].map(Secret.reveal);
  return [token, key, ...secretsInToken(token)];
}

/** The plugin may repeat all that it was given and what it printed. */
function* outputSecrets(
  input: readonly string[],
  { clusterInfo }: ExecTarget,
  environment: Environment,
  outcome: Outcome | null,
  { document }: Judgement,
): Generator<string> {
  yield* input;
  yield* secretsOfValue(JSON.parse(clusterInfo?.configJson ?? 'null'));
  yield* inheritedSecrets(environment);
  if (document) {
    yield* secretsInText(document.ignored);
    for (const secret of secretsInDocument(document.root)) {
      yield secret;
      yield* secretsInToken(secret);
    }
  } else if (outcome) yield* secretsInText(textOf(outcome.stdout));
}

/** Not where the value is a path, as that of PWD or GOOGLE_APPLICATION_CREDENTIALS. */
function inheritedSecrets({ variables, files }: Environment): string[] {
  const all = Object.entries(variables).map(([name, value = '']) => ({ name, value }));
  return secretsOfEnv(all).filter((value) => value.length >= 8 && files.stat(value) === undefined);
}
