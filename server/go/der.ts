/** Tags of X.690 that certificates are made of. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  context: (number: number) => 0x80 | number,
  contextConstructed: (number: number) => 0xa0 | number,
} as const;

export interface DerElement {
  readonly tag: number;
  /** Contents, without tag and length. */
  readonly body: Buffer;
  /** All of it. */
  readonly whole: Buffer;
}

/** Takes DER apart as strictly as Go's cryptobyte does. A method that can't read gives `undefined`. */
export class DerReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isEmpty(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** The tag of the next element. */
  get next(): number | undefined {
    return this.#bytes[this.#at];
  }

  any(): DerElement | undefined {
    const rest = this.#bytes.subarray(this.#at);
    const [tag, first] = rest;
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
    const size = first < 0x80 ? { header: 2, body: first } : longLength(rest, first & 0x7f);
    if (!size || size.header + size.body > rest.length) return undefined;
    const whole = rest.subarray(0, size.header + size.body);
    this.#at += whole.length;
    return { tag, body: whole.subarray(size.header), whole };
  }

  element(tag: number): DerElement | undefined {
    return this.next === tag ? this.any() : undefined;
  }

  /** False when it is there and malformed. */
  optional(tag: number): boolean {
    return this.next !== tag || this.any() !== undefined;
  }

  sequence(): DerReader | undefined {
    const element = this.element(tags.sequence);
    return element && new DerReader(element.body);
  }

  /** The bytes of an integer in two's complement. */
  integer(): Buffer | undefined {
    const body = this.element(tags.integer)?.body;
    const [first, second = 0] = body ?? [];
    if (!body || first === undefined) return undefined;
    const padded = body.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
    return padded ? undefined : body;
  }

  oid(): Buffer | undefined {
    const body = this.element(tags.oid)?.body;
    const last = body?.at(-1);
    if (!body || last === undefined || last >= 0x80) return undefined;
    // No part of it starts with a zero that says nothing.
    const idle = body.some((byte, at) => byte === 0x80 && (at === 0 || (body[at - 1] ?? 0) < 0x80));
    return idle ? undefined : body;
  }

  /** The bytes of a bit string, without the count of unused bits. */
  bits(): Buffer | undefined {
    const body = this.element(tags.bitString)?.body;
    const unused = body?.[0];
    if (!body || unused === undefined || unused > 7) return undefined;
    const last = body.length > 1 ? body[body.length - 1] : undefined;
    if (last === undefined) return unused === 0 ? body.subarray(1) : undefined;
    return (last & ((1 << unused) - 1)) === 0 ? body.subarray(1) : undefined;
  }
}

function longLength(bytes: Buffer, digits: number): { header: number; body: number } | undefined {
  if (digits < 1 || digits > 4 || bytes.length < 2 + digits) return undefined;
  const body = bytes.readUIntBE(2, digits);
  // DER wants the shortest form.
  return body < 128 || bytes[2] === 0 ? undefined : { header: 2 + digits, body };
}

/** Whether an integer's bytes stand for a number below zero. */
export function isNegative(integer: Buffer): boolean {
  return (integer[0] ?? 0) >= 0x80;
}
