import { programOfCommandLine } from '../command/words';
import type { UserEntry } from '../document/kubeconfig';
import type { Environment } from '../environment';
import { type AuthInfo, credentialBeforeExec, kubercLink, type NamedAuthInfo } from '../schema';
import { type Forbidden, forbidden } from './kuberc/forbidden';
import { pluginPolicy } from './kuberc/plugin-policy';
import { allowlistField } from './kuberc/policy';
import { shortPath } from './paths';
import { valueAt } from './places';
import { type RuleContext, rule } from './rule';

const link = kubercLink('v1beta1', 'CredentialPluginPolicy');

export const pluginForbidden = rule({
  code: 'plugin-forbidden',
  noFix: 'What may run is for the kuberc to say, in which the policy stands.',
  severity: 'error',
  title: 'The plugin policy in the user’s kuberc does not let kubectl run the plugin (since 1.35)',
  link,
  stage: 'policy',
  subject: 'user',
  looksAt: 'environment',
  *check(user, _document, context) {
    const command = commandOf(user);
    const found = command === undefined ? undefined : forbidden(command, context);
    if (!found || !context.environment) return;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: wordsFor(found, context, context.environment),
      kubectl: found.kubectl,
    };
  },
});

export const kubercBroken = rule({
  code: 'kuberc-broken',
  noFix: 'The fault is in another file; opened, it has its own fixes.',
  severity: 'hint',
  title: 'The user’s kuberc, which may have a plugin policy, is not as kubectl wants it (since 1.35)',
  link,
  subject: 'kubeconfig',
  looksAt: 'environment',
  *check(document, context) {
    const list = document.list<NamedAuthInfo>('users');
    const runs = (_: unknown, index: number) => list.entryAt(index)?.decoded.value?.user?.exec?.command;
    const user = list.entryAt(list.nodes.findIndex(runs));
    const policy = user ? pluginPolicy(context) : undefined;
    if (!user || policy?.kind !== 'broken' || !context.environment) return;
    const { path, kubectl, stops } = policy;
    const file = shortPath(path, context.environment);
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: stops
        ? `kubectl does nothing as long as ${file} is wrong. Correct it; opened here, it shows what is wrong.`
        : `kubectl cannot use ${file}, so a plugin policy in it does not count. Correct it, or remove it.`,
      kubectl,
    };
  },
});

/** `undefined` where kubectl never runs a plugin. */
function commandOf(user: UserEntry): string | undefined {
  const info: AuthInfo = user.decoded.value?.user ?? {};
  const other = credentialBeforeExec((field) => Boolean(info[field]));
  return (other ? undefined : info.exec?.command) || undefined;
}

function wordsFor({ policy, item }: Forbidden, context: RuleContext, environment: Environment): string {
  const file = shortPath(policy.path, environment);
  const entry = `"- ${allowlistField(context)}: ${isShort(item) ? item : '…'}"`;
  return policy.kind === 'none'
    ? `The plugin policy in ${file} is DenyAll. Set it to Allowlist, and add ${entry} to credentialPluginAllowlist.`
    : `The plugin policy in ${file} does not allow this plugin. Add ${entry} to its credentialPluginAllowlist.`;
}

/** A name that may be shown, and is not too long to be read. */
function isShort(item: string): boolean {
  return item.length <= 60 && !/\p{C}/u.test(item) && programOfCommandLine(item) === undefined;
}
