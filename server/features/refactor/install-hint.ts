import { pairOf } from '../../document/node';
import { putField } from '../../edits/put-field';
import { execBlockAt, execPath } from './exec-block';
import { type Refactor, refactoring } from './refactoring';

/** What kubectl prints when the command is not on PATH. */
export const addInstallHint: Refactor = (document, at) => {
  const block = execBlockAt(document, at);
  const hint = block?.recognized?.plugin.installHint;
  // kubectl prints it for a bare name only.
  if (!block || !hint || block.exec.installHint || /[\\/]/.test(block.command)) return [];
  const fields = block.user.at(...execPath);
  const before = ['interactiveMode', 'provideClusterInfo'].find((name) => pairOf(fields, name));
  const edits = putField(document, block.user, execPath, 'installHint', hint, before ? { before } : {});
  return refactoring('refactor.rewrite', 'Add an installHint', edits);
};
