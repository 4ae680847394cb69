import type { CodeAction } from 'vscode-languageserver';
import { Kubeconfig } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import type { Selection } from '../features/code-actions';
import { execBlocks } from '../features/code-lens';
import { label } from '../features/navigation/plain-text';
import { type RunSelection, runCommand } from '../protocol';
import type { Session } from './session';

/** In place of the lens above an exec block, for a client that leaves the command to the server and shows no lenses. */
export function runActions(
  uri: string,
  document: LocatedDocument,
  { start, end }: Selection,
  { onMachine, runCommand: isClients, showsLenses, takesActions }: Session,
): CodeAction[] {
  if (!onMachine || isClients || showsLenses || !takesActions || !(document instanceof Kubeconfig)) return [];
  const touched = execBlocks(document).filter((block) => block.start <= end && start <= block.end);
  return touched.map(({ user }) => {
    const selection: RunSelection = { uri, user };
    const title = `Run exec plugin of "${label(user)}"`;
    return { title, command: { title, command: runCommand, arguments: [selection] } };
  });
}
