import { base64Fault } from '../../document/base64';
import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import type { LocatedNode } from '../../document/node';
import { pairOf } from '../../document/node';
import { removeField } from '../../edits/remove-field';
import { renameKey } from '../../edits/rename-key';
import { setValue } from '../../edits/set-value';
import { pemBlocks } from '../../go/pem';
import type { Fix } from '../rule';
import { fix } from './fix';
import { writtenAs } from './values';

type Path = readonly (string | number)[];

/**
 * For a `…-data` field that is not base64: what was put there instead. `dispensable`: without it kubectl would do
 * something sensible.
 */
export function dataFixes(document: LocatedDocument, entry: Entry, path: Path, dispensable: boolean): Fix[] {
  const node = entry.at(...path);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return [];
  return [
    ...encoded(document, entry, path, node),
    ...asFile(document, entry, path, node.value),
    ...removal(document, entry, path, node.value, dispensable),
  ];
}

/** Less than this is no key and no certificate, but a placeholder. */
const shortest = 64;

function removal(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  text: string,
  dispensable: boolean,
): Fix[] {
  const placeholder = dispensable && text.length < shortest;
  // Half a pair is worse than a bad one.
  if (!placeholder && entry.section === 'users') return [];
  const title = placeholder ? 'Remove the placeholder' : `Remove "${path.at(-1)}"`;
  return fix(placeholder ? 'repair' : 'choice', title, removeField(document, entry, path));
}

function encoded(document: LocatedDocument, entry: Entry, path: Path, node: LocatedNode): Fix[] {
  const written = writtenAs(document, entry, node);
  if (/-----BEGIN [A-Z0-9 ]+-----/.test(written)) {
    const pem = pemIn(written);
    const edits = pem === undefined ? [] : setValue(document, entry, path, encode(pem));
    return fix('repair', 'Encode the PEM text as base64', edits);
  }
  const text = node.kind === 'scalar' ? String(node.value) : '';
  const proper = text.length < shortest ? undefined : properBase64(text.replace(/^data:[^,]*,/, ''));
  const edits = proper === undefined ? [] : setValue(document, entry, path, proper);
  return fix('repair', 'Write it in standard base64', edits);
}

/** A PEM text with line breaks again, if they were folded into blanks or written as `\n`. */
export function pemIn(written: string): string | undefined {
  const lines = written.replaceAll('\\n', '\n').replace(/^[^-]*|[^-]*$/g, '');
  const text = lines.replace(
    /(-----BEGIN [^-]+-----)([\s\S]*?)(-----END [^-]+-----)/g,
    (_, begin, body, end) => [begin, ...(body.replace(/\s+/g, '').match(/.{1,64}/g) ?? []), end].join('\n'),
  );
  return pemBlocks(`${text}\n`).length > 0
    ? `${text.replace(/-----\s+-----/g, '-----\n-----')}\n`
    : undefined;
}

/** Without blanks, in the standard alphabet, with padding. */
function properBase64(text: string): string | undefined {
  const digits = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const padded = digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
  return digits.length > 1 && base64Fault(padded) === undefined ? padded : undefined;
}

const fileName = /^(?:~|\.{0,2})\/\S+$|^[\w.-]+\.(?:crt|pem|cer|cert|key)$|^[A-Za-z]:[\\/]/;

/** A path belongs in the field without `-data`. */
function asFile(document: LocatedDocument, entry: Entry, path: Path, text: string): Fix[] {
  const name = String(path.at(-1)).replace(/-data$/, '');
  const taken = pairOf(entry.at(...path.slice(0, -1)), name) !== undefined;
  if (taken || !fileName.test(text.trim())) return [];
  return fix('repair', `Rename it to "${name}"`, renameKey(document, entry, path, name));
}

/** For data that decodes, but not to a PEM text: encoded twice, or without the lines around it. */
export function pemFixes(document: LocatedDocument, entry: Entry, path: Path, dispensable: boolean): Fix[] {
  const node = entry.at(...path);
  const text = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  const bytes = Buffer.from(text, 'base64');
  const meant = bytes.toString('latin1');
  const inner = properBase64(meant);
  const twice = inner !== undefined && /-----BEGIN /.test(Buffer.from(inner, 'base64').toString('latin1'));
  // DER begins with a sequence that has a length of two bytes.
  const der = bytes[0] === 0x30 && bytes[1] === 0x82 && String(path.at(-1)).includes('certificate');
  if (twice) return fix('repair', 'Decode it once', setValue(document, entry, path, inner));
  const edits = der ? setValue(document, entry, path, encode(certificatePem(bytes))) : [];
  return [
    ...fix('repair', 'Write the certificate as PEM', edits),
    ...removal(document, entry, path, text, dispensable),
  ];
}

function certificatePem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** For a path that is none: the data itself. */
export function inlineDataFixes(document: LocatedDocument, entry: Entry, path: Path): Fix[] {
  const node = entry.at(...path);
  const text = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  const name = `${path.at(-1)}-data`;
  const isData = /^\s*(?:LS0tLS1CRUdJTi|-----BEGIN )/.test(text);
  const taken = pairOf(entry.at(...path.slice(0, -1)), name) !== undefined;
  if (!isData || taken) return [];
  return fix('repair', `Rename it to "${name}"`, renameKey(document, entry, path, name));
}

function encode(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64');
}
