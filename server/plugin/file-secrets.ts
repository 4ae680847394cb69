import { isSecretName, looksLikeToken } from '../credential/token-shape';
import type { Kubeconfig, UserEntry } from '../document/kubeconfig';
import { type LocatedNode, nodeAt } from '../document/node';
import { urlPasswords } from '../url-passwords';
import { execSecrets, variableSecrets } from './exec-secrets';

/** Public, however random they look. */
const certificates = new Set(['client-certificate-data', 'certificate-authority-data']);

/**
 * Every secret that is written in a kubeconfig: a plugin can read the whole file. By the names of fields,
 * known and unknown, and by what a value looks like, wherever it stands.
 */
export function secretsOfFile(document: Kubeconfig): string[] {
  const nodes = document.fields.flatMap(({ entries }) => entries.map(({ node }) => node));
  const found = [...nodes.flatMap((node) => secretsIn(node, '')), ...document.users.flatMap(ofExec)];
  return [...new Set(found)].filter((secret) => secret !== '');
}

function ofExec(user: UserEntry): string[] {
  const exec = user.decoded.value?.user?.exec;
  if (!exec) return [];
  const env = (exec.env ?? []).map(({ name = '', value = '' }) => ({ name, value }));
  return execSecrets({ command: exec.command ?? '', args: exec.args ?? [], env });
}

function secretsIn(node: LocatedNode, name: string): string[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => secretsIn(item, name));
  if (node.kind === 'scalar') return typeof node.value === 'boolean' ? [] : secretsInScalar(node, name);
  if (name === 'auth-provider') return configSecrets(node);
  const variable = variableOf(node);
  const inside = node.pairs.flatMap((pair) => secretsIn(pair.value, pair.name));
  return variable ? [...variableSecrets([variable]), ...inside] : inside;
}

function secretsInScalar(
  { value, source }: Extract<LocatedNode, { kind: 'scalar' }>,
  name: string,
): string[] {
  if (value === null) return [];
  const text = typeof value === 'string' ? value : source;
  if (name === 'client-key-data') return [text, Buffer.from(text, 'base64').toString('utf8')];
  if (isSecretName(name) && name !== 'client-key') return [text];
  if (certificates.has(name)) return certificateSecrets(text);
  return [...(looksLikeToken(text) ? [text] : []), ...urlPasswords(text)];
}

/** Somebody may have put the key beside its certificate. */
function certificateSecrets(data: string): string[] {
  const text = Buffer.from(data, 'base64').toString('utf8');
  return text.includes('PRIVATE KEY') ? [data, text] : [];
}

/** A provider keeps its tokens and client secrets there, under any name. */
function configSecrets(provider: LocatedNode): string[] {
  const config = nodeAt(provider, 'config');
  if (config?.kind !== 'mapping') return [];
  return config.pairs.flatMap(({ value }) => (value.kind === 'scalar' ? [String(value.value ?? '')] : []));
}

/** An item of `env`. */
function variableOf(node: LocatedNode): { name: string; value: string } | undefined {
  const [name, value] = [nodeAt(node, 'name'), nodeAt(node, 'value')];
  if (name?.kind !== 'scalar' || value?.kind !== 'scalar') return undefined;
  return { name: String(name.value), value: String(value.value ?? '') };
}
