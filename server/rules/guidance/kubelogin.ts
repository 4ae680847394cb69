import { pluginsOf } from '../../catalog';
import type { KnownPlugin } from '../../catalog/known-plugin';
import { setValue } from '../../edits/set-value';
import { pluginLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { valueAt } from '../places';
import { type Finding, rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath } from './exec-block';

const names: Readonly<Record<string, string>> = {
  'azure-kubelogin': 'Azure kubelogin',
  'int128-kubelogin': 'kubelogin by int128, which is also kubectl oidc-login',
};

/** What installs the other one. */
const wrongHints: Readonly<Record<string, RegExp>> = {
  'azure-kubelogin':
    /krew install oidc-login|int128\/kubelogin|(?:brew install|choco install|scoop install) kubelogin\b/i,
  'int128-kubelogin': /azure\/kubelogin|az aks install-cli|microsoft\.azure\.kubelogin|azure\.github\.io/i,
};

/** A hint may name the other one to warn of it. */
const rightHints: Readonly<Record<string, RegExp>> = {
  'azure-kubelogin': wrongHints['int128-kubelogin'] ?? /^$/,
  'int128-kubelogin': /krew install oidc-login|int128/i,
};

export const kubeloginMixedUp = rule({
  code: 'kubelogin-mixed-up',
  severity: 'warning',
  title: 'The two programs named kubelogin are mixed up, in flags or in `installHint`',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const block = execBlockOf(user);
    // Most are another plugin, or none.
    if (
      !block ||
      (block.recognized ? !Object.hasOwn(names, block.recognized.plugin.id) : !mayBeKubelogin(block))
    )
      return;
    const [plugin, other] = pluginsOf(block).map((each) => each.plugin);
    if (!plugin || !Object.hasOwn(names, plugin.id)) return;
    yield* mixedFlags(block, plugin, other);
    const hint = block.installHint;
    const hasWrong = !other && wrongHints[plugin.id]?.test(hint) && !rightHints[plugin.id]?.test(hint);
    if (!hasWrong || plugin.installHint === null) return;
    const right = plugin.installHint;
    yield {
      ...valueAt(user, ...execPath, 'installHint'),
      message: `This installs the other program named kubelogin. What is used here is ${names[plugin.id]}: correct the hint.`,
      fixes: () =>
        fix(
          'repair',
          `Write how to install ${plugin.name}`,
          setValue(document, user, [...execPath, 'installHint'], right),
        ),
    };
  },
});

function mayBeKubelogin({ command, args }: ExecBlock): boolean {
  return [command, ...args].some((word) => /kubelogin|oidc-login|oidc_login/i.test(word));
}

/** Long flags only: `-l` and `-v` mean something to both. */
function* mixedFlags(
  block: ExecBlock,
  plugin: KnownPlugin,
  second: KnownPlugin | undefined,
): Generator<Finding> {
  const other = second ?? otherOf(plugin);
  if (!other) return;
  const marked = ({ detect }: KnownPlugin) =>
    block.flags.filter(({ name }) => name.startsWith('--') && detect.marks.includes(name));
  // Of two that both have flags here, the one with fewer is not meant.
  const [few, many] =
    second && marked(plugin).length < marked(other).length ? [plugin, other] : [other, plugin];
  const [first] = marked(few);
  if (!first || (second && marked(many).length === 0)) return;
  yield {
    ...valueAt(block.user, ...execPath, 'args', first.index),
    message: `"${first.name}" is a flag of ${names[few.id]}, and the rest is of ${names[many.id]}. Remove the flags of the program that is not meant.`,
  };
}

function otherOf(plugin: KnownPlugin): KnownPlugin | undefined {
  const marked = pluginsOf({ command: 'kubelogin', args: ['get-token'] }).map((each) => each.plugin);
  return marked.find(({ id }) => id !== plugin.id && Object.hasOwn(names, id));
}
