const userInfo = /(:\/\/[^\s/:@"]*:)(?!\d+(?:[/?#"\s]|$))[^"\n]*(?=@)/g;

/** kubectl quotes a faulty URL with the password in it. What leaves this process does not. */
export function withoutUrlPasswords<T extends string | null>(text: T): T {
  return text === null ? text : (text.replace(userInfo, '$1[redacted]') as T);
}
