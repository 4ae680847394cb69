/**
 * What go-yaml v2 (behind sigs.k8s.io/yaml, which kubectl reads kubeconfigs with) makes of a scalar.
 * It follows YAML 1.1 with exceptions of its own, so no schema of the `yaml` package agrees with it:
 * the text is parsed with the failsafe schema and every scalar is given its value here.
 * Source: resolve.go and decode.go of go-yaml v2.
 */

export type ScalarValue = string | number | bigint | boolean | null;

/** A scalar that kubectl refuses; `kubectl` is its message. */
export class ScalarError extends Error {
  constructor(readonly kubectl: string) {
    super(kubectl);
    this.name = 'ScalarError';
  }
}

const words = new Map<string, ScalarValue>([
  ...variants(true, 'y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'),
  ...variants(false, 'n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'),
  ...variants(null, '', '~', 'null', 'Null', 'NULL'),
  ...variants(Number.NaN, '.nan', '.NaN', '.NAN'),
  ...variants(Number.POSITIVE_INFINITY, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'),
  ...variants(Number.NEGATIVE_INFINITY, '-.inf', '-.Inf', '-.INF'),
]);

function variants(value: ScalarValue, ...texts: string[]): [string, ScalarValue][] {
  return texts.map((text) => [text, value]);
}

const decimalFloat = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9][0-9]*|0))$/;
/** Go's int64 and uint64, the widest integers that go-yaml makes. */
const smallest = -(2n ** 63n);
const largest = 2n ** 64n - 1n;

/** The value of an untagged plain scalar. */
export function plainValue(text: string): ScalarValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if (first === 0x2e) return floatValue(text, text);
  const mayBeNumber = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d;
  return mayBeNumber ? numberValue(text) : text;
}

/** The value of a scalar with an explicit core tag; other tags leave the text a string. */
export function taggedValue(tag: string, text: string): ScalarValue {
  switch (tag) {
    case 'tag:yaml.org,2002:binary':
      return binaryText(text);
    case 'tag:yaml.org,2002:bool':
    case 'tag:yaml.org,2002:int':
    case 'tag:yaml.org,2002:float':
    case 'tag:yaml.org,2002:null':
      return checkedValue(tag.slice('tag:yaml.org,2002:'.length), text);
    default:
      return text;
  }
}

function numberValue(text: string): ScalarValue {
  const plain = text.replaceAll('_', '');
  const match = integer.exec(plain);
  if (match) {
    const [, sign, hex, binary, octal, decimal] = match;
    const digits = hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? '0');
    const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
    // strconv.ParseUint takes no sign, so a plus sign halves the range.
    if (value >= smallest && value <= (sign === '+' ? 2n ** 63n - 1n : largest)) return narrowed(value);
  }
  return floatValue(plain, text);
}

/** strconv.ParseFloat refuses what is too large, and it stays text. */
function floatValue(plain: string, text: string): number | string {
  const value = decimalFloat.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : text;
}

function narrowed(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function binaryText(text: string): string {
  const compact = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
    throw new ScalarError('yaml: !!binary value contains invalid base64 data');
  }
  return Buffer.from(compact, 'base64').toString('utf8');
}

function checkedValue(wanted: string, text: string): ScalarValue {
  const value = plainValue(text);
  const found = coreType(value);
  if (found === wanted || (wanted === 'float' && found === 'int')) return value;
  throw new ScalarError(`yaml: cannot decode !!${found} \`${text}\` as a !!${wanted}`);
}

function coreType(value: ScalarValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'str';
  return typeof value === 'bigint' || Number.isInteger(value) ? 'int' : 'float';
}

/** What Go prints for a number that JSON can't hold. */
export function goNumberName(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}
