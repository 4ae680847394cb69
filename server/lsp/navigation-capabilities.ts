import type { ServerCapabilities } from 'vscode-languageserver/node';
import type { Session } from './session';

/** What navigation-requests.ts serves. */
export function navigationCapabilities({ abilities }: Session): ServerCapabilities {
  return {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: abilities.preparesRename ? { prepareProvider: true } : true,
  };
}
