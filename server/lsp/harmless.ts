import { Kubeconfig } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { applyEdits, type Edit } from '../edits/edit';
import { check } from '../rules/check';
import { isContextLost } from '../rules/repair';
import type { RuleContext } from '../rules/rule';

/** Tells whether kubectl would still accept every context of a document that it accepts now, were it changed. */
export function harmlessIn(
  document: LocatedDocument,
  context: RuleContext,
): (edits: readonly Edit[]) => boolean {
  if (!(document instanceof Kubeconfig)) return () => true;
  let now: ReturnType<typeof contextsOf> | undefined;
  const contextsOf = (of: Kubeconfig) => check(of, context, '').contexts;
  return (edits) => {
    now ??= contextsOf(document);
    if (!now.some(({ accepted }) => accepted)) return true;
    const changed = new Kubeconfig(applyEdits(document.text, edits), [], document);
    return !isContextLost(now, contextsOf(changed));
  };
}
