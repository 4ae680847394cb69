import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { removeField } from '../../edits/remove-field';
import { setValue } from '../../edits/set-value';
import { addTopLevel } from '../../edits/top-level';
import { keyPairFault } from '../../go/key-pair';
import type { ExecCredentialStatus } from '../../schema';
import type { Header } from '../header';
import type { Fix } from '../rule';
import { pemIn } from './data';
import { fix } from './fix';
import { rfc3339 } from './timestamp';

type Status = Entry<ExecCredentialStatus>;

export function kindFixes(document: LocatedDocument, { field }: Header): Fix[] {
  const [entry] = field?.entries ?? [];
  return entry
    ? fix('repair', 'Write "ExecCredential"', setValue(document, entry, [], 'ExecCredential'))
    : [];
}

/** `versions`: those that kubectl reads. Which of them is that of the exec block, a wrong one may tell. */
export function versionFixes(document: LocatedDocument, header: Header, versions: readonly string[]): Fix[] {
  const { field, text } = header;
  const [entry] = field?.entries ?? [];
  const end = text.trim().toLowerCase().split('/').at(-1) ?? '';
  const meant = versions.find((version) => end !== '' && version.endsWith(`/${end}`));
  const all = meant ? [meant] : versions.slice(0, 2);
  return all.flatMap((version) => {
    const edits = entry
      ? setValue(document, entry, [], version)
      : addTopLevel(document, 'apiVersion', version, { before: document.fields[0]?.name ?? '' });
    return fix(
      meant ? 'repair' : 'choice',
      text ? `Write "${version}"` : `Add "apiVersion: ${version}"`,
      edits,
    );
  });
}

/** The same time in the form that kubectl reads; where no zone is given, that of UTC is a guess. */
export function timestampFixes(document: LocatedDocument, status: Status, value: string): Fix[] {
  const time = rfc3339(value);
  const path = ['expirationTimestamp'];
  const kind = time?.certain ? 'repair' : 'choice';
  return [
    ...(time ? fix(kind, `Write "${time.text}"`, setValue(document, status, path, time.text)) : []),
    ...fix(
      value === '' ? 'repair' : 'choice',
      'Remove "expirationTimestamp"',
      removeField(document, status, path),
    ),
  ];
}

/** Half a pair can go if there is a token. */
export function halfPairFixes(document: LocatedDocument, status: Status, present: string): Fix[] {
  if (!status.decoded.value?.token) return [];
  return fix('choice', `Remove "${present}"`, removeField(document, status, [present]));
}

const pair = ['clientCertificateData', 'clientKeyData'] as const;

/** The PEM text of both, if that makes a pair: decoded, with line breaks again, or each in the other's place. */
export function badPairFixes(document: LocatedDocument, status: Status): Fix[] {
  const written = pair.map((name) => status.decoded.value?.[name] ?? '');
  const [certificate = '', key = ''] = written.map(pemOf);
  const [title, values] =
    keyPairFault(certificate, key) === undefined
      ? ['Write it as PEM text', [certificate, key]]
      : ['Swap the certificate and the key', [key, certificate]];
  const [first = '', second = ''] = values;
  if (keyPairFault(first, second) !== undefined) return [];
  const edits = pair.flatMap((name, index) =>
    values[index] === written[index] ? [] : setValue(document, status, [name], values[index] ?? ''),
  );
  return fix('repair', title, edits);
}

function pemOf(text: string): string {
  if (/^[^-]*-----BEGIN .*\n/.test(text) && !text.includes('\\n')) return text;
  const decoded = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('latin1');
  return (decoded.includes('-----BEGIN') ? pemIn(decoded) : undefined) ?? text;
}

/** The token without what does not belong to it. What is more than white space at its ends is a guess. */
export function tokenFixes(document: LocatedDocument, status: Status): Fix[] {
  const token = status.decoded.value?.token ?? '';
  const bare = token.trim().replace(/^bearer\s+/i, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const clean = bare.replace(/[\s\x00-\x1f\x7f]+/g, '');
  if (clean === '' || clean === token) return [];
  const isJwt = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(clean);
  const kind = clean === bare || isJwt ? 'repair' : 'choice';
  const title = bare === token.trim() ? 'Take the white space out' : 'Leave out "Bearer"';
  return fix(kind, title, setValue(document, status, ['token'], clean));
}
