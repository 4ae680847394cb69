import type { Kubeconfig } from '../document/kubeconfig';
import { fieldValue, valueAt } from './places';
import { type Finding, rule } from './rule';

export const entryShadowed = rule({
  code: 'entry-shadowed',
  severity: 'information',
  title: 'Of several files in KUBECONFIG an earlier one has the same name, and its entry counts',
  link: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/#merging-kubeconfig-files',
  noFix: 'Which of the two is meant, and what the other is to be called, is for their user to say.',
  subject: 'kubeconfig',
  looksAt: 'references',
  *check(document) {
    if (document.others.length === 0) return;
    yield* shadowed(document, 'clusters');
    yield* shadowed(document, 'contexts');
    yield* shadowed(document, 'users');
    const file = document.otherFileOf('current-context');
    if (file === undefined || document.ownCurrentContext === '') return;
    yield {
      ...fieldValue(document, 'current-context'),
      message: `kubectl uses the current-context of ${file}, which comes first in KUBECONFIG. Set it there.`,
    };
  },
});

const lookUps = { clusters: 'cluster', contexts: 'context', users: 'user' } as const;

function* shadowed(document: Kubeconfig, list: keyof typeof lookUps): Iterable<Finding> {
  for (const entry of document[list]) {
    const winner = document[lookUps[list]](entry.name);
    const file = winner && winner !== entry ? document.otherFileOf(winner) : undefined;
    if (file === undefined) continue;
    const message = `kubectl uses the ${lookUps[list]} "${entry.name}" of ${file}, which comes first in KUBECONFIG, and nothing of this one. Rename one of the two.`;
    yield { ...valueAt(entry, 'name'), message };
  }
}
