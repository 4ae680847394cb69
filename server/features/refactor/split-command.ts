import { commandWords, programOfCommandLine } from '../../command/words';
import { moveToArgs } from '../../edits/move-to-args';
import { execBlockAt } from './exec-block';
import { existsAs } from './existing-file';
import { type Refactor, refactoring } from './refactoring';

/** A command line in `command`, which kubectl takes for the name of one program, becomes `command` and `args`. */
export const splitCommand: Refactor = (document, at, context) => {
  const block = execBlockAt(document, at);
  const words = block && isLine(block.command) ? commandWords(block.command) : undefined;
  if (!block || !words || existsAs(block.command, context)) return [];
  const edits = moveToArgs(document, block.user, words);
  return refactoring('refactor.rewrite', 'Split the command line into command and args', edits);
};

/** Also with the program in quotes, and with variables before it. */
function isLine(command: string): boolean {
  return programOfCommandLine(command) !== undefined || /^\s*(?:["']|\w+=).*\s/.test(command);
}
