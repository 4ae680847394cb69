import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { removeItem } from '../../edits/items';
import { putItems } from '../../edits/put-items';
import { setValue } from '../../edits/set-value';
import { pluginLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { valueAt } from '../places';
import { type Fix, rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath, flagOf } from './exec-block';

/** How a plugin is told to print an ExecCredential. */
interface Output {
  readonly flags: readonly string[];
  /** Values that kubectl can read; the first is the one to write. Empty: the flag is a switch. */
  readonly readable: readonly string[];
  /** Variable that does the same. */
  readonly variable?: string;
  /** Without the flag it depends on the user's settings; else it is nothing that kubectl can read. */
  readonly optional?: true;
}

const outputs: Readonly<Record<string, Output>> = {
  'aws-eks-get-token': {
    flags: ['--output'],
    readable: ['json', 'yaml'],
    variable: 'AWS_DEFAULT_OUTPUT',
    optional: true,
  },
  nebius: { flags: ['--format'], readable: ['json'], optional: true },
  datumctl: { flags: ['--output', '-o'], readable: ['client.authentication.k8s.io/v1'] },
  'namespace-eks': { flags: ['--exec_credential'], readable: [] },
};

/** Switches with which a plugin prints no ExecCredential. */
const bareToken: Readonly<Record<string, string>> = {
  'aws-iam-authenticator': '--token-only',
  'cci-iam-authenticator': '--token-only',
};

export const pluginOutputUnset = rule({
  code: 'plugin-output-unset',
  severity: 'hint',
  title: 'The plugin prints in the format of the user’s settings, which kubectl may not read',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const block = execBlockOf(user);
    const output = block && outputOf(block);
    if (!block || !output?.optional || chosen(block, output)) return;
    const args = argumentsFor(output);
    yield {
      ...valueAt(user, ...execPath, 'command'),
      message: `With another format in the user's settings, kubectl can't read the answer. Add "${args.join(' ')}" to args.`,
      fixes: () => addFixes(document, user, args),
    };
  },
});

export const pluginOutputUnreadable = rule({
  code: 'plugin-output-unreadable',
  severity: 'warning',
  title: 'The plugin is told to print something that kubectl cannot read',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const block = execBlockOf(user);
    if (!block) return;
    const bare = flagOf(block, own(bareToken, block) ?? '');
    if (bare && bare.value !== 'false') {
      yield {
        ...valueAt(user, ...execPath, 'args', bare.index),
        message: `With "${bare.name}" the plugin prints the bare token, and kubectl reads an ExecCredential. Remove it.`,
        fixes: () =>
          fix(
            'repair',
            `Remove "${bare.name}"`,
            removeItem(document, user, [...execPath, 'args', bare.index]),
          ),
      };
    }
    const output = outputOf(block);
    if (!output) return;
    const choice = chosen(block, output);
    if (!choice && !output.optional) {
      const args = argumentsFor(output);
      yield {
        ...valueAt(user, ...execPath, 'command'),
        message: `The plugin prints the bare token, and kubectl reads an ExecCredential. Add "${args.join(' ')}" to args.`,
        fixes: () => addFixes(document, user, args),
      };
    }
    const [readable] = output.readable;
    if (!choice || readable === undefined || output.readable.includes(choice.value)) return;
    yield {
      ...valueAt(user, ...execPath, ...choice.path),
      message: `kubectl can't read "${choice.value}". Write ${readable}.`,
      fixes: () =>
        fix(
          'repair',
          `Write "${readable}"`,
          setValue(document, user, [...execPath, ...choice.path], choice.written(readable)),
        ),
    };
  },
});

interface Choice {
  readonly value: string;
  /** Of the value, in the exec block. */
  readonly path: readonly (string | number)[];
  /** The whole text that stands there, with another value. */
  written(value: string): string;
}

/** The flag wins over the variable. */
function chosen(block: ExecBlock, { flags, variable }: Output): Choice | undefined {
  const use = flagOf(block, ...flags);
  if (use) {
    const { name, index, value = '', valueIndex } = use;
    const written = (other: string) => (valueIndex === index ? `${name}=${other}` : other);
    return { value, path: ['args', valueIndex], written };
  }
  const index = variable === undefined ? -1 : block.env.findLastIndex(({ name }) => name === variable);
  const value = block.env[index]?.value;
  return value ? { value, path: ['env', index, 'value'], written: (other) => other } : undefined;
}

function outputOf(block: ExecBlock): Output | undefined {
  return own(outputs, block);
}

function own<T>(record: Readonly<Record<string, T>>, { recognized }: ExecBlock): T | undefined {
  const id = recognized?.plugin.id ?? '';
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

function argumentsFor({ flags: [flag = ''], readable }: Output): string[] {
  return [flag, ...readable.slice(0, 1)];
}

function addFixes(document: LocatedDocument, user: UserEntry, args: readonly string[]): Fix[] {
  const edits = putItems(document, user, execPath, 'args', args, { after: 'command' }) ?? [];
  return fix('repair', `Add "${args.join(' ')}"`, edits);
}
