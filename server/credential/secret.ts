import { inspect } from 'node:util';

/** What stands where a secret was. */
export const redacted = '[redacted]';

/** A value that no conversion, log or serialization shows. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** UTF-16 code units. */
  get length(): number {
    return this.#value.length;
  }

  toString(): string {
    return redacted;
  }

  toJSON(): string {
    return redacted;
  }

  [inspect.custom](): string {
    return redacted;
  }

  /** Only for the code that judges or masks; never for anything that is stored, shown or sent. */
  static reveal(secret: Secret): string {
    return secret.#value;
  }
}
