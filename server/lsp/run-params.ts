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

/** What is misspelt must not pass for a run as it was asked for. */
function overridesOf(overrides: unknown): RunOverrides | undefined {
  if (overrides === undefined) return undefined;
  if (typeof overrides !== 'object' || Array.isArray(overrides))
    throw invalidParams('"overrides" must be an object.');
  const known = ['apiVersion', 'interactive', 'provideClusterInfo'];
  const stranger = Object.keys(overrides ?? {}).find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw invalidParams(`"overrides" knows ${known.join(', ')}, not "${stranger}".`);
  return {
    apiVersion: optionalText(overrides, 'apiVersion'),
    interactive: optionalFlag(overrides, 'interactive'),
    provideClusterInfo: optionalFlag(overrides, 'provideClusterInfo'),
  };
}

function optionalFlag(params: unknown, name: string): boolean | undefined {
  const value = property(params, name) ?? undefined;
  if (value !== undefined && typeof value !== 'boolean')
    throw invalidParams(`"${name}" must be true or false.`);
  return value;
}
