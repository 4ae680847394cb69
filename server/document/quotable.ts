/**
 * kubectl's messages quote some of the text that they are about. What may be a secret is left out, so
 * that here the words differ from kubectl's.
 */
export const redacted = '[redacted]';

const secretKey = /token|passw|secret|key-?data|credential/i;

/** Whether the value of a key is not to be quoted. A value without a key could be anything. */
export function mayHoldSecret(key: string | undefined): boolean {
  return key === undefined || secretKey.test(key);
}

/** Text as it may be quoted where nothing says what it is: a secret is longer than this. */
export function quotable(text: string): string {
  return text.length <= 8 ? text : redacted;
}

/** An address without the password in it. */
export function withoutPassword(url: string): string {
  return url.replace(/^((?:[\w+.-]+:\/\/)?[^/@:]*:).*@/s, `$1${redacted}@`);
}
