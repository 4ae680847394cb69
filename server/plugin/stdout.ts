import { decodeBytes } from '../document/bytes';
import type { LocatedNode } from '../document/node';
import { parseText } from '../document/parse';
import { type Bounds, GoScanner, GoSyntaxError, TooManyValues } from '../go/json-scanner';
import { yamlWords } from '../schema';
import { quotableYaml } from './quote';
import { Refusal, refuse } from './refusal';

/** What kubectl's parser made of stdout. */
export interface StdoutDocument {
  readonly format: 'json' | 'yaml';
  /** JSON: pairs in the order of the text, duplicates kept. `null`: nothing but blanks and comments. */
  readonly root: LocatedNode | null;
  /** What stands before and after it and is ignored, such as further YAML documents. */
  readonly ignored: string;
}

/** What takes the YAML parser, however hostile it is, less than a second. */
const mostYamlBytes = 64 * 1024;
/** Of JSON that is longer, only what is asked for is kept, so that neither time nor memory grow with the rest. */
const longBytes = 1024 * 1024;
const bounds: Bounds = {
  asksFor: (name, inner) => name === 'spec' || (name === 'status' && inner === undefined),
  mostValues: 100_000,
};

const utf8 = new TextDecoder();

/** The JSON parser if the first character that is no white space is `{`, else the YAML parser. */
export function readStdout(bytes: Uint8Array, kubernetesVersion?: string): StdoutDocument | Refusal {
  if (Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('k8s\0'))) {
    return refuse('bad-stdout-syntax', 'decoding stdout: unexpected EOF');
  }
  return looksLikeJson(bytes) ? readJson(bytes) : readYaml(bytes, kubernetesVersion);
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    bytes.subarray(0, firstBrace(bytes) + 1),
  );
  return /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/.test(start);
}

function firstBrace(bytes: Uint8Array): number {
  const at = bytes.indexOf(0x7b);
  return at === -1 ? 0 : at;
}

function readJson(bytes: Uint8Array): StdoutDocument | Refusal {
  const scanner = new GoScanner(bytes, bytes.length > longBytes ? bounds : undefined);
  try {
    const root = scanner.read();
    const ignored = scanner.hollow.map(({ start, end }) => utf8.decode(bytes.subarray(start, end)));
    return { format: 'json', root, ignored: ignored.join('\n') };
  } catch (error) {
    if (error instanceof TooManyValues) {
      return new Refusal('not-judged', null, `it has more than ${bounds.mostValues} values`);
    }
    if (!(error instanceof GoSyntaxError)) throw error;
    const message = `couldn't get version/kind; json parse error: ${error.message}`;
    return refuse('bad-stdout-syntax', `decoding stdout: ${message}`);
  }
}

function readYaml(bytes: Uint8Array, kubernetesVersion: string | undefined): StdoutDocument | Refusal {
  if (bytes.length > mostYamlBytes) return new Refusal('not-judged', null, 'it is YAML of more than 64 KiB');
  const { text, fault } = decodeBytes(bytes);
  const parsed = parseText(text);
  const first = fault ?? parsed.faults[0];
  if (first) {
    const words = yamlWords(first.kubectl, kubernetesVersion);
    return refuse('bad-stdout-syntax', `decoding stdout: ${quotableYaml(words)}`);
  }
  const { start, end } = parsed.root ?? { start: 0, end: 0 };
  return { format: 'yaml', root: parsed.root, ignored: `${text.slice(0, start)}\n${text.slice(end)}` };
}
