import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { setValue } from '../../edits/set-value';
import { kubeconfigLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { isSince } from '../kubernetes-version';
import { valueAt } from '../places';
import { type Fix, type RuleContext, rule } from '../rule';
import { azureLoginMode } from './azure-login';
import { type ExecBlock, execBlockOf, execPath, flagOf, hasAny, variableOf } from './exec-block';

const link = kubeconfigLink('ExecConfig');
const path = [...execPath, 'interactiveMode'] as const;
/** The release that first read the field. */
const since = '1.22';

function blockWith(mode: string, user: UserEntry, context: RuleContext): ExecBlock | undefined {
  const block = execBlockOf(user);
  return block?.interactiveMode === mode && isSince(context, since) ? block : undefined;
}

function modeFixes(document: LocatedDocument, user: UserEntry, kind: Fix['kind']): Fix[] {
  return fix(kind, 'Write "IfAvailable"', setValue(document, user, path, 'IfAvailable'));
}

export const interactiveModeAlways = rule({
  code: 'interactive-mode-always',
  severity: 'information',
  title: '`interactiveMode: Always` fails where there is no terminal',
  link,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    if (!blockWith('Always', user, context)) return;
    yield {
      ...valueAt(user, ...path),
      message:
        'Graphical programs, CI and "kubectl apply -f -" have no terminal, and fail without running the plugin. Write IfAvailable unless it always asks.',
      fixes: () => modeFixes(document, user, 'choice'),
    };
  },
});

export const loginNeedsTerminal = rule({
  code: 'login-needs-terminal',
  severity: 'warning',
  title: 'The way to log in needs the user, and `interactiveMode` is Never',
  link,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const block = blockWith('Never', user, context);
    const way = block && askingWay(block);
    if (!way) return;
    yield {
      ...valueAt(user, ...path),
      message: `${way} needs the user, and with Never the plugin can't ask. Write IfAvailable, or let it log in another way.`,
      fixes: () => modeFixes(document, user, 'repair'),
    };
  },
});

/** What is chosen that reads the terminal; Azure kubelogin has refused its device code without one. */
function askingWay(block: ExecBlock): string | undefined {
  switch (block.recognized?.plugin.id) {
    case 'azure-kubelogin':
      return azureLoginMode(block)?.mode === 'devicecode' ? 'Login mode devicecode' : undefined;
    case 'int128-kubelogin': {
      const grant = flagOf(block, '--grant-type')?.value ?? '';
      const asks = grant === 'authcode-keyboard' || (grant === 'password' && !flagOf(block, '--password'));
      return asks ? `Grant type ${grant}` : undefined;
    }
    case 'pinniped-oidc': {
      const flow =
        variableOf(block, 'PINNIPED_UPSTREAM_IDENTITY_PROVIDER_FLOW') ??
        flagOf(block, '--upstream-identity-provider-flow')?.value;
      return flow === 'cli_password' ? 'The flow cli_password' : undefined;
    }
    default:
      return undefined;
  }
}

export const pluginMayAsk = rule({
  code: 'plugin-may-ask',
  severity: 'information',
  title: 'A plugin that may ask for a password has `interactiveMode: Never`',
  link,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const block = blockWith('Never', user, context);
    const plugin = block?.recognized?.plugin;
    if (!block || !plugin?.prompts) return;
    const secrets = [
      ...plugin.flags.flatMap(({ names, secret }) => (secret ? names : [])),
      ...plugin.env.flatMap(({ name, secret }) => (secret ? [name] : [])),
    ];
    // It has what it would ask for.
    if (hasAny(block, secrets)) return;
    yield {
      ...valueAt(user, ...path),
      message: `"${plugin.name}" asks for a password when it has none, and with Never it can't. Write IfAvailable, or log in beforehand.`,
      fixes: () => modeFixes(document, user, 'choice'),
    };
  },
});
