import type { Value } from '../../edits/render';
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
export function templateOf(name: string, schema: Schema, version: string | undefined): Value {
  const object = asObject(schema);
  if (object) return objectTemplate(object, version);
  const element = elementOf(schema);
  if (element) return [templateOf('', element, version)];
  const type = typeName(schema);
  if (type === 'boolean') return bareHole('true', 'false');
  if (type.startsWith('map of')) return openMapping;
  if (type === 'any value') return bareHole();
  const values = valuesOf(name, schema, version);
  if (values.length === 1 && (name === 'kind' || name === 'apiVersion')) return values[0] ?? '';
  return values.length > 1 ? hole(values[0], values) : hole();
}

export function objectTemplate(object: ObjectSchema, version: string | undefined): Members {
  const members = neededIn(object, version).map((name) => {
    const member = memberOf(object, name);
    return [name, member ? templateOf(name, member, version) : hole()] as const;
  });
  return members.length > 0 ? Object.fromEntries(members) : openMapping;
}

/** The names of the fields that are written with an object. */
export function neededIn(object: ObjectSchema, version: string | undefined): string[] {
  const names = needed[goTypeOf(object)?.name ?? ''] ?? [];
  return names.filter((name) => {
    const member = memberOf(object, name);
    const since = member && docOf(member)?.since;
    return member && (!since || isReleaseSince(version, since));
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
