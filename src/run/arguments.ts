import type { RunSelection } from '../../server/protocol';

/**
 * What a command was called with: by a code lens, but also by a key binding, a link of another extension or that
 * extension itself. `undefined`: nothing, the document in front is meant. What decides whether to ask (`force`,
 * `approvalId`) cannot be given. Throws with words for the user.
 */
export function selectionIn(argument: unknown): RunSelection | undefined {
  if (argument === undefined || argument === null) return undefined;
  // The menus of files and tabs hand over a URI.
  if (isUri(argument)) return { uri: argument.toString() };
  const { uri, user, context } = {
    ...(argument as Partial<Record<keyof RunSelection, unknown>>),
  };
  const isKnown = [user, context].every(
    (name) => name === undefined || name === null || typeof name === 'string',
  );
  if (typeof argument !== 'object' || !isKnown || typeof uri !== 'string' || !/^[a-z][\w.+-]*:/i.test(uri)) {
    throw new Error('The command was called with arguments that it does not know. Run it from the palette.');
  }
  return {
    uri,
    ...(typeof user === 'string' && { user }),
    ...(typeof context === 'string' && { context }),
  };
}

/** `vscode.Uri`, whose parts are getters. */
function isUri(value: unknown): value is { toString(): string } {
  if (typeof value !== 'object' || value === null || 'uri' in value) return false;
  const { scheme, path, fsPath } = value as Partial<Record<string, unknown>>;
  return [scheme, path, fsPath].every((part) => typeof part === 'string');
}
