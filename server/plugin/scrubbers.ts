import { secretsInDocument, secretsInText } from './harvest';
import type { Judgement } from './judge';
import { secretsOfArgs, secretsOfEnv } from './mask';
import { Scrubber } from './scrub';
import { Secret } from './secret';
import type { Outcome } from './spawn';
import type { ExecTarget } from './target';
import { secretsInToken } from './token';

/** What is known to be secret depends on where a text comes from. */
export interface Scrubbers {
  /** For names and paths of the kubeconfig. */
  readonly file: Scrubber;
  /** For what the plugin was given: it may have been given its credential, too. */
  readonly input: Scrubber;
  /** For everything that the plugin wrote. */
  readonly output: Scrubber;
}

export function scrubbersFor(target: ExecTarget, outcome: Outcome | null, judgement: Judgement): Scrubbers {
  const { args, env } = target.exec;
  const file = [...target.secrets, ...secretsOfArgs(args), ...secretsOfEnv(env)];
  const input = [...file, ...credentialSecrets(judgement)];
  const output = [...input, ...outputSecrets(outcome, judgement)];
  return { file: new Scrubber(file), input: new Scrubber(input), output: new Scrubber(output) };
}

function credentialSecrets({ status }: Judgement): string[] {
  if (!status) return [];
  const [token, key] = [status.token, status.key].map(Secret.reveal);
  return [token ?? '', key ?? '', ...secretsInToken(token ?? '')];
}

function outputSecrets(outcome: Outcome | null, { document }: Judgement): string[] {
  if (document)
    return secretsInDocument(document.root).flatMap((secret) => [secret, ...secretsInToken(secret)]);
  return outcome ? secretsInText(outcome.stdout) : [];
}
