import { nameOfFlag } from '../../catalog';
import { execApiVersion, type KnownPlugin, type Version } from '../../catalog/known-plugin';
import type { Kubeconfig } from '../../document/kubeconfig';
import type { Edit } from '../../edits/edit';
import { setExecVersion } from '../../edits/exec-version';
import { setValue } from '../../edits/set-value';
import { isReleaseSince } from '../../schema';
import { type ExecBlock, execBlockAt, execPath } from './exec-block';
import { type Refactor, refactoring } from './refactoring';

const others: Readonly<Record<string, Version>> = {
  [execApiVersion('v1')]: 'v1beta1',
  [execApiVersion('v1beta1')]: 'v1',
};

/** From v1beta1 to v1 and back, where the plugin answers in the other one, too. */
export const convertVersion: Refactor = (document, at, { kubernetesVersion }) => {
  const block = execBlockAt(document, at);
  const plugin = block?.recognized?.plugin;
  const version = others[block?.exec.apiVersion ?? ''];
  if (!block || !plugin || !version || !plugin.answers.versions.includes(version)) return [];
  if (version === 'v1' && !isReleaseSince(kubernetesVersion, '1.22')) return [];
  const told = tell(document, block, plugin, version);
  const edits = told && setExecVersion(document, block.user, execApiVersion(version));
  return edits && edits.length > 0
    ? refactoring('refactor.rewrite', `Convert the exec block to ${version}`, [...edits, ...told])
    : [];
};

/** Where the plugin is told which version to answer in. `undefined`: it has to be told, and there is no place. */
function tell(
  document: Kubeconfig,
  { user, args, exec, recognized }: ExecBlock,
  { answers }: KnownPlugin,
  version: Version,
): Edit[] | undefined {
  const { chosenBy, behaviour } = answers;
  const edits = [
    ...args.flatMap((argument, index) => {
      if (index < (recognized?.argsStart ?? 0) || nameOfFlag(argument) !== chosenBy) return [];
      const at = argument === chosenBy ? index + 1 : index;
      return setValue(document, user, [...execPath, 'args', at], withVersion(args[at] ?? '', version));
    }),
    ...(exec.env ?? []).flatMap(({ name, value = '' }, index) =>
      name === chosenBy
        ? setValue(document, user, [...execPath, 'env', index, 'value'], withVersion(value, version))
        : [],
    ),
  ];
  return edits.length > 0 || !behaviour.startsWith('by-') ? edits : undefined;
}

/** `--version=v1beta1` and `client.authentication.k8s.io/v1beta1` alike. */
function withVersion(text: string, version: Version): string {
  return text.replace(/\bv1(?:beta1|alpha1)?$/, version);
}
