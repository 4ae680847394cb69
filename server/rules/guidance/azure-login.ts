import { aksServerId, azureLoginModes, azureLoginNeeds } from '../../catalog/plugins/azure-login-modes';
import { putItems } from '../../edits/put-items';
import { setValue } from '../../edits/set-value';
import { pluginLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { nearName } from '../fixes/near-name';
import { valueAt } from '../places';
import { rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath, flagOf, hasAny } from './exec-block';

const modes = Object.keys(azureLoginModes);
const defaultMode = 'devicecode';

interface LoginMode {
  readonly mode: string;
  /** Of the value in the exec block; undefined: it is the default. */
  readonly path: readonly (string | number)[] | undefined;
  /** Of the argument or variable, with another mode. */
  written(mode: string): string;
}

/** How Azure kubelogin logs in; undefined for another plugin. A variable wins over the flag. */
export function azureLoginMode(block: ExecBlock): LoginMode | undefined {
  if (block.recognized?.plugin.id !== 'azure-kubelogin') return undefined;
  const written = (mode: string) => mode;
  const index = block.env.findLastIndex(({ name }) => name === 'AAD_LOGIN_METHOD');
  const variable = block.env[index]?.value;
  if (variable && !flagOf(block, '--disable-environment-override')) {
    return { mode: variable, path: ['env', index, 'value'], written };
  }
  const use = flagOf(block, '--login', '-l');
  if (use?.value === undefined) return { mode: defaultMode, path: undefined, written };
  const joined = use.valueIndex === use.index;
  return {
    mode: use.value,
    path: ['args', use.valueIndex],
    written: (mode) => (joined ? `${use.name}=${mode}` : mode),
  };
}

export const azureLoginModeUnknown = rule({
  code: 'azure-login-mode-unknown',
  severity: 'warning',
  title: 'Azure kubelogin knows no such login mode',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const block = execBlockOf(user);
    const login = block && azureLoginMode(block);
    if (!login?.path || modes.includes(login.mode)) return;
    const path = [...execPath, ...login.path];
    const near = nearName(login.mode, modes);
    yield {
      ...valueAt(user, ...path),
      message: near
        ? `"${shortened(login.mode)}" is no login mode of kubelogin. Write "${near}".`
        : `"${shortened(login.mode)}" is no login mode of kubelogin. Write one of ${modes.join(', ')}.`,
      fixes: () =>
        (near ? [near] : modes).flatMap((mode) =>
          fix(
            near ? 'repair' : 'choice',
            `Write "${mode}"`,
            setValue(document, user, path, login.written(mode)),
          ),
        ),
    };
  },
});

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export const azureLoginIncomplete = rule({
  code: 'azure-login-incomplete',
  severity: 'information',
  title: 'A flag is missing that Azure kubelogin’s login mode needs',
  link: pluginLink,
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, { environment }) {
    const block = execBlockOf(user);
    const login = block && azureLoginMode(block);
    if (!login || !modes.includes(login.mode)) return;
    const needs = Object.hasOwn(azureLoginNeeds, login.mode) ? (azureLoginNeeds[login.mode] ?? []) : [];
    const missing = [['--server-id'], ...needs].filter(
      (names) => !hasAny(block, names) && !names.some((name) => environment?.variables[name]),
    );
    if (missing.length === 0) return;
    const flags = missing.map(([flag]) => flag).join(' and ');
    const variables = missing.flatMap((names) =>
      names.filter((name) => name.startsWith('AZURE_')).slice(0, 1),
    );
    const or = variables.length > 0 ? `, or set ${variables.join(' and ')} where kubectl runs` : '';
    const server = missing.some(([flag]) => flag === '--server-id');
    const args = ['--server-id', aksServerId];
    yield {
      ...valueAt(user, ...execPath, ...(login.path ?? ['command'])),
      message: `Login mode ${login.mode} needs ${flags}. Add what is missing to args${or}.`,
      fixes: () =>
        server
          ? fix(
              'choice',
              'Add "--server-id" of AKS',
              putItems(document, user, execPath, 'args', args, { after: 'command' }) ?? [],
            )
          : [],
    };
  },
});
