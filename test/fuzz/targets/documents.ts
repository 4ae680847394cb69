import { Kubeconfig } from '../../../server/document/kubeconfig';
import { readDocument } from '../../../server/document/read-document';
import { complete } from '../../../server/features/completion';
import { hover } from '../../../server/features/hover';
import { definition } from '../../../server/features/navigation/definition';
import { folds } from '../../../server/features/navigation/folding';
import { references } from '../../../server/features/navigation/references';
import { rename } from '../../../server/features/navigation/rename';
import { selectionRanges } from '../../../server/features/navigation/selection-ranges';
import { semanticTokens } from '../../../server/features/navigation/semantic-tokens';
import { check } from '../../../server/rules/check';
import { kubeconfigOf } from '../corpus';
import type { Target } from '../target';

const context = { environment: undefined, directory: '/here' };
const kinds = ['kubeconfig', 'kubeconfig', 'kubeconfig', 'exec-credential', 'kuberc'] as const;

/** A document, whatever is in it: every feature has an answer, and none throws. */
export const documents: Target = {
  async start() {
    return {
      once(seed) {
        const text = kubeconfigOf(seed);
        const document = readDocument(kinds[seed % kinds.length] ?? 'kubeconfig', text);
        const checked = check(document, context, '/here/config');
        for (const { fixes, start, end } of checked.diagnostics) {
          fixes();
          if (start > end || end > text.length) throw new Error(`a finding is at ${start} to ${end}`);
        }
        const offset = (seed * 7919) % (text.length + 1);
        hover(document, offset, 0);
        complete(document, offset, { now: 0 });
        selectionRanges(document, offset);
        folds(document);
        semanticTokens(document);
        if (!(document instanceof Kubeconfig)) return;
        void checked.contexts;
        const scope = { document, files: [document] };
        definition(scope, offset);
        references(scope, offset, true);
        rename(scope, offset, 'renamed');
      },
      input: kubeconfigOf,
    };
  },
};
