/** What the buttons of the result view ask for, and nothing else; see media/result.js. */
export type ViewMessage =
  | { readonly type: 'runAgain' }
  | { readonly type: 'copyReport' }
  /** `finding`: the index of the one that is to be put right. */
  | { readonly type: 'fix'; readonly finding: number };

/** `undefined` for what no button sends. */
export function viewMessage(message: unknown): ViewMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, finding } = message as Partial<Record<string, unknown>>;
  if (type === 'runAgain' || type === 'copyReport') return { type };
  const isIndex = typeof finding === 'number' && Number.isInteger(finding) && finding >= 0;
  return type === 'fix' && isIndex ? { type, finding } : undefined;
}
