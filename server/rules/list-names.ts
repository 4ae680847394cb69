const most = 3;

/** Names for a message, in quotes; of many the first few. */
export function listNames(names: readonly string[]): string {
  const quoted = [...new Set(names)].map((name) => `"${name}"`);
  if (quoted.length <= most) return quoted.join(', ');
  return `${quoted.slice(0, most).join(', ')} and ${quoted.length - most} more`;
}
