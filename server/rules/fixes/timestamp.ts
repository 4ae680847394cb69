import { parseGoTime } from '../../go/time';

/** A time as RFC 3339 has it. `certain`: the zone is known. */
export interface Rewritten {
  readonly text: string;
  readonly certain: boolean;
}

const parts =
  /^(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T\s,_]+(\d\d?):(\d\d)(?::(\d\d)([.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?: (?:UTC|GMT))?(?: m=\S+)?$/i;

/** What somebody meant by a time in another form: with a blank, without seconds or colons, in Unix seconds. */
export function rfc3339(value: string): Rewritten | undefined {
  const text = value.trim();
  const rewritten = /^\d+(?:\.\d+)?$/.test(text) ? fromUnix(text) : (fromParts(text) ?? fromDate(text));
  return rewritten && 'ms' in parseGoTime(rewritten.text) ? rewritten : undefined;
}

/** Seconds, or milliseconds; between the years 2001 and 2286. */
function fromUnix(text: string): Rewritten | undefined {
  const digits = text.replace(/\..*/, '').length;
  const ms = digits === 10 ? Number(text) * 1000 : digits === 13 ? Number(text) : undefined;
  return ms === undefined ? undefined : { text: isoOf(ms), certain: true };
}

function fromParts(text: string): Rewritten | undefined {
  const match = parts.exec(text);
  if (!match) return undefined;
  const [, year, month = '', day = '', hour = '0', minute = '00', second = '00', fraction = '', zone] = match;
  const two = (part: string) => part.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = `${two(hour)}:${minute}:${second}${fraction.replace(',', '.')}`;
  return { text: `${date}T${time}${zoneOf(zone ?? 'Z')}`, certain: zone !== undefined };
}

function zoneOf(zone: string): string {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign && hours ? `${sign}${hours}:${minutes}` : 'Z';
}

/** `Mon, 23 Nov 2026 18:00:00 GMT`, as HTTP has it. */
function fromDate(text: string): Rewritten | undefined {
  if (!/^[A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4})$/.test(text))
    return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : { text: isoOf(ms), certain: true };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
