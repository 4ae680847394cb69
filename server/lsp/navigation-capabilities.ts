import type { ServerCapabilities } from 'vscode-languageserver/node';
import { tokenModifiers, tokenTypes } from '../features/navigation/semantic-legend';
import type { Session } from './session';

/** Its only argument names a document (`uri`) and a context (`context`). */
export const setCurrentContextCommand = 'kubeconfigExec.setCurrentContext';

/** What navigation-requests.ts serves. */
export function navigationCapabilities({ abilities, runCommand, judgeCommand }: Session): ServerCapabilities {
  const { appliesEdits, preparesRename } = abilities;
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
    ...(runCommand || judgeCommand || appliesEdits ? { codeLensProvider: {} } : {}),
    ...(appliesEdits ? { executeCommandProvider: { commands: [setCurrentContextCommand] } } : {}),
  };
}
