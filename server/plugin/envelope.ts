import { redacted } from '../credential/secret';
import { entriesOf, type LocatedNode, nodeAt } from '../document/node';
import { type ExecVersionName, execGroup, execVersionsOf, schemeName } from '../schema';
import { quotableKind, quotableVersion } from './quote';
import { Refusal, refuse } from './refusal';
import type { StdoutDocument } from './stdout';

const internalVersion = '__internal';

/** Which of the registered ExecCredential versions the output is. */
export type Envelope = ExecVersionName | typeof internalVersion;

const headerType =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

/** Reads apiVersion and kind as apimachinery does: by name without case, and missing ones defaulted. */
export function envelopeOf(document: StdoutDocument, kubernetesVersion?: string): Envelope | Refusal {
  const header = headerOf(document);
  if (header instanceof Refusal) return header;
  const slashes = header.apiVersion.split('/').length - 1;
  if (slashes > 1) {
    return unknown(`unexpected GroupVersion string: ${quotableVersion(header.apiVersion)}`);
  }
  const [group = '', version = ''] = slashes ? header.apiVersion.split('/') : ['', header.apiVersion];
  const kind = header.kind || 'ExecCredential';
  return wrongStatus(document, header.kind) ?? registered(group, version, kind, kubernetesVersion);
}

/** The Status of the API server, where `status` is a word. */
function wrongStatus({ root }: StdoutDocument, kind: string): Refusal | undefined {
  const status = kind === 'Status' ? nodeAt(root ?? undefined, 'status') : undefined;
  if (!status || isNull(status) || (status.kind === 'scalar' && typeof status.value === 'string'))
    return undefined;
  const message = `json: cannot unmarshal ${foundType(status)} into Go struct field Status.status of type string`;
  return refuse('unknown-kind', `decoding stdout: ${message}`);
}

function registered(
  givenGroup: string,
  givenVersion: string,
  kind: string,
  kubernetesVersion: string | undefined,
): Envelope | Refusal {
  const known: readonly string[] = [...execVersionsOf(kubernetesVersion), internalVersion];
  const isKnown = (version: string): version is Envelope => known.includes(version);
  const group = givenGroup || (givenVersion ? '' : execGroup);
  const version = givenVersion || (group === execGroup ? internalVersion : '');
  // kubectl quotes the whole output here.
  if (version === '') return unknown(`Object 'apiVersion' is missing in '${redacted}'`);
  if (group === execGroup && kind === 'ExecCredential' && isKnown(version)) return version;
  const other = registeredType(version, kind, group === execGroup && isKnown(version));
  if (other)
    return unknown(`converting (v1.${other}) to (clientauthentication.ExecCredential): unknown conversion`);
  const shownKind = quotableKind(kind);
  const scheme = `in scheme "${schemeName('pkg/client/auth/exec/exec.go:62', kubernetesVersion)}"`;
  if (version === internalVersion) {
    const shownGroup = group === execGroup ? group : quotableVersion(`${group}/v1`).replace(/\/v1$/, '');
    return unknown(
      `no kind "${shownKind}" is registered for the internal version of group "${shownGroup}" ${scheme}`,
    );
  }
  const shownVersion = quotableVersion(group ? `${group}/${version}` : version);
  return unknown(`no kind "${shownKind}" is registered for version "${shownVersion}" ${scheme}`);
}

/** Kinds of apimachinery that every group has, and those that are known whatever their group. */
const inEveryGroup =
  'WatchEvent ListOptions GetOptions DeleteOptions CreateOptions UpdateOptions PatchOptions';
const unversioned = 'Status APIVersions APIGroupList APIGroup APIResourceList';

/** The Go type of a kind that is registered beside ExecCredential. */
function registeredType(version: string, kind: string, known: boolean): string | undefined {
  if (unversioned.split(' ').includes(kind)) return kind;
  if (!known || !inEveryGroup.split(' ').includes(kind)) return undefined;
  if (version !== internalVersion) return kind;
  return kind === 'WatchEvent' ? 'InternalEvent' : undefined;
}

function unknown(message: string): Refusal {
  return refuse('unknown-kind', `decoding stdout: ${message}`);
}

function headerOf({ root, format }: StdoutDocument): { apiVersion: string; kind: string } | Refusal {
  const header = { apiVersion: '', kind: '' };
  if (!root || isNull(root)) return header;
  if (root.kind !== 'mapping') return notAnObject(root);
  for (const { name, value } of format === 'json' ? root.pairs : sortedPairs(root)) {
    const field = fieldOf(name);
    if (!field || isNull(value)) continue;
    if (value.kind === 'scalar' && typeof value.value === 'string') header[field] = value.value;
    else return wrongHeader(field, value);
  }
  return header;
}

/** Without case, as encoding/json compares: the long s and the Kelvin sign count as s and k. */
function fieldOf(name: string): 'apiVersion' | 'kind' | undefined {
  const folded = name
    .toLowerCase()
    .replace(/\u017f/g, 's')
    .replace(/\u212a/g, 'k');
  if (folded === 'apiversion') return 'apiVersion';
  return folded === 'kind' ? 'kind' : undefined;
}

/** The JSON that is made of YAML has sorted keys, and each once. */
function sortedPairs(root: Extract<LocatedNode, { kind: 'mapping' }>) {
  return [...entriesOf(root).values()].sort((a, b) =>
    Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)),
  );
}

function isNull(node: LocatedNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function notAnObject(root: LocatedNode): Refusal {
  const message = `json: cannot unmarshal ${foundType(root)} into Go value of type ${headerType}`;
  return refuse('not-an-object', `decoding stdout: couldn't get version/kind; json parse error: ${message}`);
}

function wrongHeader(field: string, value: LocatedNode): Refusal {
  const message = `json: cannot unmarshal ${foundType(value)} into Go struct field .${field} of type string`;
  return refuse('wrong-type', `decoding stdout: couldn't get version/kind; json parse error: ${message}`);
}

function foundType(node: LocatedNode): string {
  if (node.kind === 'sequence') return 'array';
  if (node.kind === 'mapping') return 'object';
  if (typeof node.value === 'boolean') return 'bool';
  return typeof node.value === 'string' ? 'string' : 'number';
}
