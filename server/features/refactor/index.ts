import { Kubeconfig } from '../../document/kubeconfig';
import { applyEdits, type Edit } from '../../edits/edit';
import { authProviderToExec } from './auth-provider';
import { provideClusterInfo } from './cluster-info';
import { commandPath } from './command-path';
import { convertVersion } from './convert-version';
import { setAsCurrentContext } from './current-context';
import { extractClusterValues } from './extract-cluster-values';
import { addInstallHint } from './install-hint';
import { missingContext } from './missing-context';
import type { Refactor, RefactorContext, Refactoring, Selection } from './refactoring';
import { secretToEnv } from './secret-to-env';
import { splitCommand } from './split-command';

export type { RefactorContext, Refactoring } from './refactoring';

/** In the order in which they are offered. */
const all: readonly Refactor[] = [
  setAsCurrentContext,
  missingContext,
  authProviderToExec,
  splitCommand,
  secretToEnv,
  extractClusterValues,
  convertVersion,
  commandPath,
  provideClusterInfo,
  addInstallHint,
];

/** What may be changed where a selection begins, though nothing is wrong there. */
export function refactorings(document: Kubeconfig, at: Selection, context: RefactorContext): Refactoring[] {
  const found = all.flatMap((refactor) => refactor(document, at, context));
  return document.faults.length === 0 ? found : found.filter(({ edits }) => isSound(document, edits));
}

/** In half-typed text a value may end elsewhere than it seems. */
function isSound({ text, faults }: Kubeconfig, edits: readonly Edit[]): boolean {
  return new Kubeconfig(applyEdits(text, edits)).faults.length <= faults.length;
}
