import { Kubeconfig } from '../../document/kubeconfig';
import type { Value } from '../../edits/render';
import { isPlain } from '../../edits/scalar';
import {
  asObject,
  docOf,
  elementOf,
  execGroup,
  execVersionsOf,
  goTypeOf,
  isReleaseSince,
  memberOf,
  type ObjectSchema,
  type Schema,
  typeName,
} from '../../schema';
import { bareHole, hole, openMapping } from './holes';
import type { Scope } from './item';
import type { Members } from './pen';

/** By the name of their Go type: the fields without which an object makes no sense. */
const needed: Readonly<Record<string, readonly string[]>> = {
  NamedCluster: ['name', 'cluster'],
  Cluster: ['server'],
  NamedContext: ['name', 'context'],
  Context: ['cluster', 'user'],
  NamedAuthInfo: ['name', 'user'],
  ExecConfig: ['apiVersion', 'command', 'interactiveMode'],
  ExecEnvVar: ['name', 'value'],
  NamedExtension: ['name', 'extension'],
  AuthProviderConfig: ['name', 'config'],
  ExecCredentialSpec: ['interactive'],
  ExecCredentialStatus: ['expirationTimestamp', 'token'],
  AllowlistEntry: ['command'],
  AliasOverride: ['name', 'command'],
  CommandDefaults: ['command', 'options', 'flags'],
  CommandOptionDefault: ['name', 'default'],
};

/** A value of a schema with holes where the user has something to say. */
export function templateOf(name: string, schema: Schema, scope: Scope): Value {
  const object = asObject(schema);
  if (object) return objectTemplate(object, scope);
  const element = elementOf(schema);
  if (element) return [templateOf('', element, scope)];
  const type = typeName(schema);
  if (type === 'boolean') return bareHole('true', 'false');
  if (type.startsWith('map of')) return openMapping;
  if (type === 'any value') return bareHole();
  if (type.startsWith('timestamp')) return hole(inOneHour(scope.context.now));
  // What v1beta1 has for a default: it suits a plugin that nothing is known of.
  if (name === 'interactiveMode') return hole('IfAvailable', ['IfAvailable', 'Never', 'Always']);
  const values = valuesOf(name, schema, scope.context.kubernetesVersion);
  if (values.length === 1 && (name === 'kind' || name === 'apiVersion')) return values[0] ?? '';
  return values.length > 1 ? hole(values[0], values) : hole('', namesFor(name, scope));
}

const hour = 3_600_000;

/** RFC 3339, in whole seconds. */
export function inOneHour(now: number): string {
  return new Date(now + hour).toISOString().replace(/\.\d+/, '');
}

const references: Readonly<Record<string, 'clusters' | 'contexts' | 'users'>> = {
  'current-context': 'contexts',
  cluster: 'clusters',
  user: 'users',
};
/** A list of choices that is longer than this helps nobody. */
const mostNames = 30;

/** What a field that names an entry can be filled with at once; nothing if a name needs quotation marks. */
function namesFor(field: string, { document }: Scope): readonly string[] {
  const list = references[field];
  const names = list && document instanceof Kubeconfig ? document.namesOf(list) : [];
  return names.length <= mostNames && names.every((name) => isPlain(name, true) && !/["\\]/.test(name))
    ? names
    : [];
}

export function objectTemplate(object: ObjectSchema, scope: Scope): Members {
  const members = neededIn(object, scope).map((name) => {
    const member = memberOf(object, name);
    return [name, member ? templateOf(name, member, scope) : hole()] as const;
  });
  return members.length > 0 ? Object.fromEntries(members) : openMapping;
}

/** The names of the fields that are written with an object. */
export function neededIn(object: ObjectSchema, { context }: Scope): string[] {
  const names = needed[goTypeOf(object)?.name ?? ''] ?? [];
  return names.filter((name) => {
    const member = memberOf(object, name);
    const since = member && docOf(member)?.since;
    return member && (!since || isReleaseSince(context.kubernetesVersion, since));
  });
}

/** The values that a field can have in a release, as far as they are known. */
export function valuesOf(name: string, schema: Schema, version: string | undefined): string[] {
  const values = Object.keys(docOf(schema)?.values ?? {});
  const versions: readonly string[] = execVersionsOf(version).map((each) => `${execGroup}/${each}`);
  return values.filter((value) => {
    if (name === 'apiVersion' && value.startsWith(`${execGroup}/`)) return versions.includes(value);
    // The log-in methods that kubectl no longer has
    return !(value === 'gcp' || value === 'azure') || !isReleaseSince(version, '1.26');
  });
}
