import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionList,
  CompletionParams,
  DefinitionParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  DocumentHighlight,
  DocumentHighlightParams,
  DocumentLink,
  DocumentLinkParams,
  DocumentSymbol,
  DocumentSymbolParams,
  ExecuteCommandParams,
  FoldingRange,
  FoldingRangeParams,
  Hover,
  HoverParams,
  InitializedParams,
  InlayHint,
  InlayHintParams,
  Location,
  LocationLink,
  PrepareRenameParams,
  Range,
  ReferenceParams,
  RenameParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  SymbolInformation,
  WorkspaceEdit,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';

/** What the client asks, and what it is answered. */
export interface Requests {
  onCodeAction: [CodeActionParams, CodeAction[]];
  onCodeLens: [CodeLensParams, CodeLens[]];
  onCompletion: [CompletionParams, CompletionList];
  onDefinition: [DefinitionParams, Location | LocationLink[] | null];
  onDocumentHighlight: [DocumentHighlightParams, DocumentHighlight[] | null];
  onDocumentLinks: [DocumentLinkParams, DocumentLink[] | null];
  onDocumentSymbol: [DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null];
  onExecuteCommand: [ExecuteCommandParams, unknown];
  onFoldingRanges: [FoldingRangeParams, FoldingRange[] | null];
  onHover: [HoverParams, Hover | null];
  onInlayHints: [InlayHintParams, InlayHint[] | null];
  onPrepareRename: [PrepareRenameParams, { range: Range; placeholder: string } | null];
  onReferences: [ReferenceParams, Location[] | null];
  onRename: [RenameParams, WorkspaceEdit | null];
  onSelectionRanges: [SelectionRangeParams, SelectionRange[] | null];
  onSemanticTokens: [SemanticTokensParams, SemanticTokens];
  onSemanticTokensRange: [SemanticTokensRangeParams, SemanticTokens];
  onWorkspaceSymbol: [WorkspaceSymbolParams, SymbolInformation[]];
}

export const requests: Readonly<Record<keyof Requests, string>> = {
  onCodeAction: 'textDocument/codeAction',
  onCodeLens: 'textDocument/codeLens',
  onCompletion: 'textDocument/completion',
  onDefinition: 'textDocument/definition',
  onDocumentHighlight: 'textDocument/documentHighlight',
  onDocumentLinks: 'textDocument/documentLink',
  onDocumentSymbol: 'textDocument/documentSymbol',
  onExecuteCommand: 'workspace/executeCommand',
  onFoldingRanges: 'textDocument/foldingRange',
  onHover: 'textDocument/hover',
  onInlayHints: 'textDocument/inlayHint',
  onPrepareRename: 'textDocument/prepareRename',
  onReferences: 'textDocument/references',
  onRename: 'textDocument/rename',
  onSelectionRanges: 'textDocument/selectionRange',
  onSemanticTokens: 'textDocument/semanticTokens/full',
  onSemanticTokensRange: 'textDocument/semanticTokens/range',
  onWorkspaceSymbol: 'workspace/symbol',
};

/** What the client tells. */
export interface Notifications {
  onInitialized: InitializedParams;
  onDidChangeConfiguration: { settings: unknown };
  onDidChangeTextDocument: DidChangeTextDocumentParams;
  onDidChangeWatchedFiles: DidChangeWatchedFilesParams;
  onDidCloseTextDocument: DidCloseTextDocumentParams;
  onDidOpenTextDocument: DidOpenTextDocumentParams;
  onDidSaveTextDocument: DidSaveTextDocumentParams;
}

export const notifications: Readonly<Record<keyof Notifications, string>> = {
  onInitialized: 'initialized',
  onDidChangeConfiguration: 'workspace/didChangeConfiguration',
  onDidChangeTextDocument: 'textDocument/didChange',
  onDidChangeWatchedFiles: 'workspace/didChangeWatchedFiles',
  onDidCloseTextDocument: 'textDocument/didClose',
  onDidOpenTextDocument: 'textDocument/didOpen',
  onDidSaveTextDocument: 'textDocument/didSave',
};
