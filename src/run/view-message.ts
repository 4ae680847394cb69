/** What the result view asks for, and nothing else; see view/page.ts. */
export type ViewMessage =
  /** It can be told what to show. */
  | { readonly type: 'ready' | 'runAgain' | 'runWith' | 'compare' | 'copyReport' }
  /** `finding`: the index of the one that is to be put right. */
  | { readonly type: 'fix'; readonly finding: number }
  /** To where a finding is, or the source of a value that the plugin was given. */
  | { readonly type: 'goTo'; readonly finding: number }
  | { readonly type: 'goTo'; readonly pointer: string }
  /** Another run, by its id. */
  | { readonly type: 'select'; readonly run: number };

const plain = ['ready', 'runAgain', 'runWith', 'compare', 'copyReport'] as const;

/** `undefined` for what the page does not send. */
export function viewMessage(message: unknown): ViewMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, finding, pointer, run } = message as Partial<Record<string, unknown>>;
  const known = plain.find((name) => name === type);
  if (known) return { type: known };
  if (type === 'select' && isCount(run)) return { type, run };
  if (type === 'fix' && isCount(finding)) return { type, finding };
  if (type !== 'goTo') return undefined;
  if (isCount(finding)) return { type, finding };
  return typeof pointer === 'string' ? { type, pointer } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
