import type { ServerCapabilities } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/navigation/semantic-legend';
import { runCommand } from '../protocol';
import type { Session } from './session';

/** Its only argument names a document (`uri`) and a context (`context`). */
export const setCurrentContextCommand = 'kubeconfigExec.setCurrentContext';

/** What navigation-requests.ts serves. */
export function navigationCapabilities(session: Session): ServerCapabilities {
  const { abilities, judgeCommand, showsLenses } = session;
  const { appliesEdits, preparesRename } = abilities;
  const commands = [
    ...(appliesEdits ? [setCurrentContextCommand] : []),
    // A client that has the command itself would have it twice.
    ...(session.runCommand || !session.onMachine ? [] : [runCommand]),
  ];
  return {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
    // Somebody has to carry out their commands.
    ...(session.runCommand || judgeCommand || appliesEdits || showsLenses ? { codeLensProvider: {} } : {}),
    ...(commands.length > 0 ? { executeCommandProvider: { commands } } : {}),
  };
}
