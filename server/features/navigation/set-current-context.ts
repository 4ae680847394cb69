import type { Kubeconfig } from '../../document/kubeconfig';
import { setCurrentContext } from '../../edits/current-context';
import type { Edit } from '../../edits/edit';
import type { Scope } from './names';
import { type Span, spanOf } from './spans';

/** What stands over a context of a document. */
export interface ContextLens extends Span {
  readonly context: string;
  readonly current: boolean;
}

/** On each context that kubectl knows by its name. */
export function contextLenses(document: Kubeconfig): ContextLens[] {
  const { currentContext } = document;
  return document.contexts.flatMap((entry) => {
    const { name, node } = entry;
    if (name === '' || document.context(name) !== entry) return [];
    const key = node.kind === 'mapping' ? node.pairs.find(({ merged }) => !merged)?.key : undefined;
    return {
      ...spanOf(entry, key ?? { start: node.start, end: node.start }),
      context: name,
      current: name === currentContext,
    };
  });
}

export interface CurrentContextChange {
  readonly document: Kubeconfig;
  readonly edits: readonly Edit[];
}

/** As `kubectl config use-context` does: in the first of the files, which every other gives way to. */
export function changeCurrentContext(
  { document, files }: Scope,
  context: string,
): CurrentContextChange | { refusal: string } {
  if (!document.context(context))
    return { refusal: `There is no context "${context}" in ${document.scope}.` };
  const [first = document] = files;
  const edits = setCurrentContext(first, context);
  if (edits.length > 0) return { document: first, edits };
  return { refusal: "The current-context of this file can't be replaced. Write it by hand." };
}
