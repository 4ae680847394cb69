/** A time that Go's time.Parse read: milliseconds since the epoch. */
export type GoTime = { readonly ms: number } | { readonly fault: GoTimeFault };

export interface GoTimeFault {
  /** What is left of the value where the reader stopped; `undefined` when a number is out of range. */
  readonly rest?: string;
  /** The part of the layout that was expected there. */
  readonly part: string;
}

const layout = '2006-01-02T15:04:05Z07:00';

interface Field {
  readonly part: string;
  readonly pattern: RegExp;
  readonly name?: string;
  readonly max?: number;
  readonly min?: number;
}

/** What Go's reader takes at each step of RFC 3339, and what it calls the part. */
const fields: readonly Field[] = [
  { part: '2006', pattern: /^\d{4}/ },
  { part: '-', pattern: /^-/ },
  { part: '01', pattern: /^\d\d/, name: 'month', min: 1, max: 12 },
  { part: '-', pattern: /^-/ },
  { part: '02', pattern: /^\d\d/ },
  { part: 'T', pattern: /^T/ },
  { part: '15', pattern: /^\d\d?/, name: 'hour', max: 23 },
  { part: ':', pattern: /^:/ },
  { part: '04', pattern: /^\d\d/, name: 'minute', max: 59 },
  { part: ':', pattern: /^:/ },
  { part: '05', pattern: /^\d\d/, name: 'second', max: 59 },
];

/** `anyOffset`: as up to Go 1.22, where no offset of a time zone was out of range. */
export function parseGoTime(value: string, anyOffset = false): GoTime {
  let rest = value;
  const numbers: number[] = [];
  for (const { part, pattern, name, min = 0, max } of fields) {
    const text = pattern.exec(rest)?.[0];
    if (text === undefined) return { fault: { rest, part } };
    rest = rest.slice(text.length);
    const number = Number(text);
    if (/\d/.test(text)) numbers.push(number);
    if (name && max !== undefined && (number < min || number > max)) return { fault: { part: name } };
  }
  const fraction = /^[.,]\d+/.exec(rest)?.[0] ?? '';
  rest = rest.slice(fraction.length);
  const zone = zoneOf(rest, anyOffset);
  if ('fault' in zone) return zone;
  if (zone.rest !== '') return { fault: { rest: zone.rest, part: 'extra text' } };
  return dateOf(numbers, fraction, zone.offset);
}

function zoneOf(text: string, anyOffset: boolean): { offset: number; rest: string } | { fault: GoTimeFault } {
  if (text.startsWith('Z')) return { offset: 0, rest: text.slice(1) };
  const part = 'Z07:00';
  const zone = /^([+-])(\d\d):(\d\d)/.exec(text);
  if (!zone) return { fault: { rest: text, part } };
  const [hours, minutes] = [Number(zone[2]), Number(zone[3])];
  if (hours > 24 && !anyOffset) return { fault: { part: 'time zone offset hour' } };
  if (minutes > 60 && !anyOffset) return { fault: { part: 'time zone offset minute' } };
  const offset = (hours * 60 + minutes) * 60_000;
  return { offset: zone[1] === '-' ? -offset : offset, rest: text.slice(6) };
}

function dateOf(numbers: readonly number[], fraction: string, offset: number): GoTime {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers;
  const date = new Date(0);
  // Date.UTC would take the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  if (day < 1 || date.getUTCDate() !== day) return { fault: { part: 'day' } };
  date.setUTCHours(hour, minute, second, Math.floor(Number(`0.${fraction.slice(1) || '0'}`) * 1000));
  return { ms: date.getTime() - offset };
}

/** Go's message. `shown` says how the value and a rest of it may be shown. */
export function goTimeMessage(value: string, fault: GoTimeFault, shown: (text: string) => string): string {
  const parsing = `parsing time ${quoted(shown(value))}`;
  if (fault.rest === undefined) return `${parsing}: ${fault.part} out of range`;
  const rest = quoted(shown(fault.rest));
  if (fault.part === 'extra text') return `${parsing}: extra text: ${rest}`;
  return `${parsing} as ${quoted(layout)}: cannot parse ${rest} as ${quoted(fault.part)}`;
}

/** Package time quotes the bytes of other characters in hexadecimal. */
function quoted(text: string): string {
  const inner = [...Buffer.from(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') return `\\${character}`;
    return byte < 0x20 || byte >= 0x80 ? `\\x${byte.toString(16).padStart(2, '0')}` : character;
  });
  return `"${inner.join('')}"`;
}
