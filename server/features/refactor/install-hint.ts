import { putInstallHint } from '../../edits/install-hint';
import { execBlockAt } from './exec-block';
import { type Refactor, refactoring } from './refactoring';

/** What kubectl prints when the command is not on PATH. */
export const addInstallHint: Refactor = (document, at) => {
  const block = execBlockAt(document, at);
  const hint = block?.recognized?.plugin.installHint;
  // kubectl prints it for a bare name only.
  if (!block || !hint || block.exec.installHint || /[\\/]/.test(block.command)) return [];
  const edits = putInstallHint(document, block.user, hint);
  return refactoring('refactor.rewrite', 'Add an installHint', edits);
};
