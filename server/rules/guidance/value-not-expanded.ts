import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { setValue } from '../../edits/set-value';
import type { Environment } from '../../environment';
import { kubeconfigLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { valueAt } from '../places';
import { type Finding, type Fix, type RuleContext, rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath } from './exec-block';
import { isSecretFlag, isSecretVariable } from './secret-names';
import { inlineScriptOf } from './shell';

export const valueNotExpanded = rule({
  code: 'value-not-expanded',
  severity: 'information',
  title: '`~`, `$NAME` or `%NAME%` in `args` or `env`, which kubectl takes literally',
  link: kubeconfigLink('ExecConfig'),
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const block = execBlockOf(user);
    if (!block) return;
    const secret = secretIndices(block);
    // A shell expands its own script, and what it hands on.
    if (inlineScriptOf(block) === undefined) {
      for (const [index, text] of block.args.entries()) {
        if (!secret.has(index)) yield* findingFor(user, ['args', index], text, expandsItself(block, index));
      }
    }
    for (const [index, { name, value }] of block.env.entries()) {
      if (isSecretVariable(block, name)) continue;
      const known = block.recognized?.plugin.env.find((variable) => variable.name === name);
      yield* findingFor(user, ['env', index, 'value'], value, known?.expandsHome === true);
    }

    function* findingFor(
      user: UserEntry,
      path: readonly (string | number)[],
      text: string,
      homeToo: boolean,
    ): Generator<Finding> {
      const found = expandableIn(text, homeToo);
      if (found === undefined) return;
      const at = [...execPath, ...path];
      yield {
        ...valueAt(user, ...at),
        message: `kubectl runs no shell, so the plugin gets "${found}" as it is written. Write what it stands for, unless the plugin itself expands it.`,
        fixes: () => expandFixes(document, user, at, text, context),
      };
    }
  },
});

const home = /(?<=^|=)~(?=[/\\]|$)/;
/** Percent signs are also those of a URL, so the name has to look like one and start a part of a path. */
const variable = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})|(?<=^|[=;\\/])%([A-Za-z_]\w{3,})%/;
const command = /\$\([^)]+\)/;

function expandableIn(text: string, homeToo: boolean): string | undefined {
  if (!/[~$%]/.test(text)) return undefined;
  if (!homeToo && home.test(text) && text !== '~') return '~';
  const named = variable.exec(text)?.[0];
  if (named !== undefined) return named.length > 40 ? `${named.slice(0, 40)}…` : named;
  // What is in there may be anything.
  return command.test(text) ? '$(…)' : undefined;
}

function expandsItself({ flags, recognized }: ExecBlock, index: number): boolean {
  const use = flags.find(({ valueIndex }) => valueIndex === index);
  return (
    recognized?.plugin.flags.some((flag) => flag.expandsHome && flag.names.includes(use?.name ?? '')) === true
  );
}

/** The arguments that may be secrets, of which no part is to be seen. */
function secretIndices(block: ExecBlock): ReadonlySet<number> {
  const ofFlags = block.flags.flatMap(({ name, valueIndex }) =>
    isSecretFlag(block, name) ? [valueIndex] : [],
  );
  const ofVariables = [...block.args.entries()].flatMap(([index, argument]) => {
    const name = /^(\w+)=/.exec(argument)?.[1];
    return name !== undefined && isSecretVariable(block, name) ? [index] : [];
  });
  return new Set([...ofFlags, ...ofVariables]);
}

/** What it is on this machine, for which the value then holds. */
function expandFixes(
  document: LocatedDocument,
  user: UserEntry,
  path: readonly (string | number)[],
  text: string,
  { environment }: RuleContext,
): Fix[] {
  const expanded = environment && expand(text, environment);
  if (expanded === undefined || expanded === text) return [];
  return fix('choice', 'Write what it is on this machine', setValue(document, user, path, expanded));
}

/** Undefined if a variable is not set here, or may be a secret. */
function expand(text: string, environment: Environment): string | undefined {
  let known = !command.test(text);
  const lookUp = (name: string): string => {
    const value = /^(?:HOME|USERPROFILE)$/i.test(name) ? environment.home : environment.variables[name];
    if (!value || isSecretVariable(undefined, name)) known = false;
    return value ?? '';
  };
  const expanded = text
    .replace(home, () => environment.home)
    .replace(new RegExp(variable, 'g'), (_, ...names: (string | undefined)[]) => {
      return lookUp(names.slice(0, 3).find((name) => name !== undefined) ?? '');
    });
  return known ? expanded : undefined;
}
