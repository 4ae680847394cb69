import { variableForFlag } from '../../catalog/placement';
import { kubeconfigLink } from '../../schema/links';
import { valueAt } from '../places';
import { rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath } from './exec-block';
import { canBeSecret, isSecretFlag, isSecretVariable, looksSecret } from './secret-names';
import { inlineScriptOf } from './shell';

const shown = 'Everyone who can read this file has it, and "kubectl config view" prints it.';

export const secretInArgs = rule({
  code: 'secret-in-args',
  severity: 'warning',
  title: 'A secret stands in `args`',
  link: kubeconfigLink('ExecConfig'),
  subject: 'user',
  looksAt: 'entry',
  noFix: 'The secret has to be kept somewhere else first.',
  *check(user) {
    const block = execBlockOf(user);
    if (!block) return;
    for (const { index, name } of secretArguments(block)) {
      const what = name === undefined ? 'This argument holds a secret.' : `"${name}" holds a secret.`;
      yield {
        ...valueAt(user, ...execPath, 'args', index),
        message: `${what} ${shown} ${insteadOf(block, name)}`,
      };
    }
  },
});

export const secretInEnv = rule({
  code: 'secret-in-env',
  severity: 'warning',
  title: 'A secret stands in `env`',
  link: kubeconfigLink('ExecEnvVar'),
  subject: 'user',
  looksAt: 'entry',
  noFix: 'The secret has to be kept somewhere else first.',
  *check(user) {
    const block = execBlockOf(user);
    for (const [index, { name, value }] of block?.env.entries() ?? []) {
      const named = isSecretVariable(block, name) && canBeSecret(value);
      if (!named && !looksSecret(value)) continue;
      yield {
        ...valueAt(user, ...execPath, 'env', index, 'value'),
        message: `"${name}" holds a secret. ${shown} Set it where kubectl runs, or let the plugin keep it.`,
      };
    }
  },
});

interface SecretArgument {
  readonly index: number;
  /** Of the flag or variable. */
  readonly name: string | undefined;
}

function secretArguments(block: ExecBlock): SecretArgument[] {
  const found = new Map<number, SecretArgument>();
  if (inlineScriptOf(block) === undefined) {
    for (const { name, value, valueIndex } of block.flags) {
      const secret = value !== undefined && isSecretFlag(block, name) && canBeSecret(value);
      if (secret) found.set(valueIndex, { index: valueIndex, name });
    }
  }
  for (const [index, argument] of block.args.entries()) {
    const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(argument) ?? [];
    // Before a wrapped plugin, as in `docker run -e NAME=value`.
    if (name && isSecretVariable(block, name) && canBeSecret(value)) found.set(index, { index, name });
    else if (!found.has(index) && looksSecret(argument)) found.set(index, { index, name: undefined });
  }
  return [...found.values()];
}

function insteadOf({ recognized, args }: ExecBlock, name: string | undefined): string {
  const plugin = recognized?.plugin;
  const variable = plugin && name !== undefined && variableForFlag(plugin, name, args);
  return variable
    ? `Leave it out, and set ${variable} where kubectl runs.`
    : 'Let the plugin get it from a file, the keyring or its environment.';
}
