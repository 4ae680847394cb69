import type { KeyPlace } from '../../document/cursor';
import { textAt } from '../../document/sketch';
import {
  asObject,
  docOf,
  type FieldDoc,
  fieldNames,
  isReleaseSince,
  memberOf,
  minorOf,
  type ObjectSchema,
  schemaAt,
  typeName,
} from '../../schema';
import { describeField } from '../hover-field';
import type { CompletionItem, Scope } from './item';
import { knownFields } from './known-fields';
import { templateOf } from './templates';

/** What kubectl refuses beside each other. */
const exclusive: readonly (readonly [string, string])[] = [
  ['exec', 'auth-provider'],
  ['token', 'username'],
  ['token', 'password'],
  ['client-certificate', 'client-certificate-data'],
  ['client-key', 'client-key-data'],
  ['certificate-authority', 'certificate-authority-data'],
  ['certificate-authority', 'insecure-skip-tls-verify'],
  ['certificate-authority-data', 'insecure-skip-tls-verify'],
];

/** With one of these the plugin is not run. */
const insteadOfExec = [
  'token',
  'tokenFile',
  'username',
  'password',
  'client-certificate',
  'client-certificate-data',
  'client-key',
  'client-key-data',
];

/** Halves of a pair, by the other half. */
const certificate = ['client-certificate', 'client-certificate-data'];
const key = ['client-key', 'client-key-data'];
const otherHalf: Readonly<Record<string, readonly string[]>> = {
  'client-certificate': key,
  'client-certificate-data': key,
  'client-key': certificate,
  'client-key-data': certificate,
  clientCertificateData: ['clientKeyData'],
  clientKeyData: ['clientCertificateData'],
  password: ['username'],
};

/** What most have, though kubectl does without. */
const first = ['name', 'cluster', 'context', 'user', 'exec', 'status'];

/** From a release on; nobody should begin with them. */
const deprecated: Readonly<Record<string, string>> = {
  'auth-provider': '1.22',
  preferences: '1.34',
  'AllowlistEntry.name': '1.36',
};

/** The keys that fit into a mapping and are not there yet. */
export function keyItems(scope: Scope<KeyPlace>): CompletionItem[] {
  const { document, place, context } = scope;
  const schema = schemaAt(document.schema, place.path);
  const object = schema && asObject(schema);
  if (!object) return [];
  const known = knownFields(scope);
  const taken = new Set(place.path.length === 0 ? topLevelNames(scope) : place.names);
  return fieldNames(object).flatMap((name, index) => {
    if (taken.has(name)) return [];
    const member = memberOf(object, name);
    const doc = member && docOf(member);
    if (!member || !doc || !isKnown(doc, context.kubernetesVersion) || isRefused(name, taken)) return [];
    const old = deprecationOf(name, object, context.kubernetesVersion);
    return {
      label: name,
      kind: 'key' as const,
      detail: typeName(member),
      documentation: describeField(name, member, doc),
      sort: rank(name, doc, old, scope, taken) + String(index).padStart(2, '0'),
      filter: place.quote + name,
      deprecated: old,
      ...scope.pen.key(place, name, known[name] ?? templateOf(name, member, scope)),
    };
  });
}

/** Of the whole document; but for the one that the cursor is in. */
function topLevelNames({ document, place }: Scope<KeyPlace>): string[] {
  const others = document.fields.filter(({ keyStart }) => keyStart !== place.start);
  return [...place.names, ...others.map(({ name }) => name)];
}

function isKnown({ since, until }: FieldDoc, version: string | undefined): boolean {
  return (!since || isReleaseSince(version, since)) && (!until || minorOf(version) <= minorOf(until));
}

function isRefused(name: string, taken: ReadonlySet<string>): boolean {
  return exclusive.some(([a, b]) => (a === name && taken.has(b)) || (b === name && taken.has(a)));
}

function deprecationOf(name: string, object: ObjectSchema, version: string | undefined): boolean {
  const isName = name === 'name' && fieldNames(object).length === 2 && fieldNames(object)[0] === 'command';
  const since = deprecated[isName ? 'AllowlistEntry.name' : name];
  return since !== undefined && isReleaseSince(version, since);
}

/** Needed ones first, then those of use, then those that would keep the plugin from running. */
function rank(
  name: string,
  doc: FieldDoc,
  old: boolean,
  { place }: Scope<KeyPlace>,
  taken: ReadonlySet<string>,
): string {
  if (old) return '9';
  if (taken.has('exec') && insteadOfExec.includes(name)) return '8';
  if (name === 'exec' && insteadOfExec.some((each) => taken.has(each))) return '8';
  if (doc.required === 'yes' || otherHalf[name]?.some((half) => taken.has(half))) return '1';
  if (name === 'interactiveMode')
    return /\/v1beta1$/.test(textAt(place.mapping, 'apiVersion') ?? '') ? '2' : '1';
  return first.includes(name) ? '1' : '3';
}
