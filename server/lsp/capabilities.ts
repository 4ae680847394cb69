import type { InitializeResult } from 'vscode-languageserver';
import { version } from '../../package.json';
import { triggerCharacters } from '../features/completion/trigger';
import { navigationCapabilities } from './navigation-capabilities';
import type { Session } from './session';
import { TextDocumentSyncKind } from './wire/constants';

/** Put right on save, if the user's settings say so (`editor.codeActionsOnSave`). */
export const fixAllKind = 'source.fixAll.kubeconfigExec';

/** What the server says of itself. It is asked before anything else is loaded. */
export function initializeResult(session: Session): InitializeResult {
  return {
    serverInfo: { name: 'kubeconfig-exec', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...triggerCharacters] },
      ...navigationCapabilities(session),
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', fixAllKind] },
    },
  };
}
