const userInfo = /(:\/\/[^\s/:@"]*:)(?!\d+(?:[/?#"\s]|$))[^"\n]*(?=@)/g;

/** kubectl quotes a faulty URL with the password in it. What leaves this process does not. */
export function withoutUrlPasswords<T extends string | null>(text: T): T {
  return text === null ? text : (text.replace(userInfo, '$1[redacted]') as T);
}

/** The passwords in URLs of a text, as written and as they are meant. */
export function urlPasswords(text: string): string[] {
  return [...text.matchAll(userInfo)].flatMap(({ 0: all, 1: before = '' }) => {
    const password = all.slice(before.length);
    return password === '' ? [] : [...new Set([password, decoded(password)])];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
