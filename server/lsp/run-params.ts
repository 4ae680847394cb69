import type { RunOverrides } from '../protocol';
import type { Selection } from '../run';
import { invalidParams } from './answers';
import { optionalText, property, uriOf } from './params';
import { kubernetesVersionFor, type Session } from './session';

/** What a `RunRequest` asks for. Throws a `ResponseError` when it makes no sense. */
export function selectionOf(params: unknown, session: Session): Selection {
  return {
    user: optionalText(params, 'user'),
    context: optionalText(params, 'context'),
    force: property(params, 'force') === true,
    kubernetesVersion: kubernetesVersionFor(session, uriOf(params)),
    overrides: overridesOf(property(params, 'overrides') ?? undefined),
  };
}

const known = [
  'apiVersion',
  'interactive',
  'provideClusterInfo',
  'cluster',
  'env',
  'cwd',
  'kubernetesVersion',
  'execInfo',
] as const satisfies (keyof RunOverrides)[];

/** What is misspelt must not pass for a run as it was asked for. */
function overridesOf(overrides: unknown): RunOverrides | undefined {
  if (overrides === undefined) return undefined;
  if (!isObject(overrides)) throw invalidParams('"overrides" must be an object.');
  const stranger = Object.keys(overrides).find((name) => !(known as readonly string[]).includes(name));
  if (stranger !== undefined)
    throw invalidParams(`"overrides" knows ${known.join(', ')}, not "${stranger}".`);
  return {
    apiVersion: optionalText(overrides, 'apiVersion'),
    interactive: optionalFlag(overrides, 'interactive'),
    provideClusterInfo: optionalFlag(overrides, 'provideClusterInfo'),
    cluster: optionalText(overrides, 'cluster'),
    env: variablesIn(property(overrides, 'env') ?? undefined),
    cwd: optionalText(overrides, 'cwd'),
    kubernetesVersion: optionalText(overrides, 'kubernetesVersion'),
    execInfo: optionalText(overrides, 'execInfo'),
  };
}

/** What is wrong is not quoted: it may be a secret. */
function variablesIn(env: unknown): RunOverrides['env'] {
  if (env === undefined) return undefined;
  if (!isObject(env)) throw invalidParams('"env" must be an object of texts by name.');
  const wrong = Object.entries(env).find(([, value]) => value !== null && typeof value !== 'string');
  if (wrong) throw invalidParams('Each variable of "env" must be text, or null to take it away.');
  return env as Record<string, string | null>;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function optionalFlag(params: unknown, name: string): boolean | undefined {
  const value = property(params, name) ?? undefined;
  if (value !== undefined && typeof value !== 'boolean')
    throw invalidParams(`"${name}" must be true or false.`);
  return value;
}
