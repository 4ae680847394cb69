import type * as Lsp from 'vscode-languageserver';

// The protocol's numbers and words, as far as they are used here. Their types hold them to those of the package, which
// has more than thirty times as much of them, and makes all of it at start.

type Some<T> = { readonly [K in keyof T]?: T[K] };

export const CodeActionKind = {
  Empty: '',
  QuickFix: 'quickfix',
  Source: 'source',
} as const satisfies Some<typeof Lsp.CodeActionKind>;

export const CompletionItemKind = {
  Function: 3,
  Field: 5,
  Variable: 6,
  Property: 10,
  Keyword: 14,
  Snippet: 15,
  File: 17,
  Reference: 18,
  Folder: 19,
  EnumMember: 20,
} as const satisfies Some<typeof Lsp.CompletionItemKind>;

export const CompletionItemTag = { Deprecated: 1 } as const satisfies Some<typeof Lsp.CompletionItemTag>;
export const InsertTextFormat = { Snippet: 2 } as const satisfies Some<typeof Lsp.InsertTextFormat>;
export const InsertTextMode = { asIs: 1 } as const satisfies Some<typeof Lsp.InsertTextMode>;

export const DiagnosticSeverity = {
  Error: 1,
  Warning: 2,
  Information: 3,
  Hint: 4,
} as const satisfies Some<typeof Lsp.DiagnosticSeverity>;

export const DocumentHighlightKind = { Read: 2, Write: 3 } as const satisfies Some<
  typeof Lsp.DocumentHighlightKind
>;

export const MarkupKind = { PlainText: 'plaintext', Markdown: 'markdown' } as const satisfies Some<
  typeof Lsp.MarkupKind
>;

export const MessageType = { Error: 1, Warning: 2, Info: 3, Log: 4 } as const satisfies Some<
  typeof Lsp.MessageType
>;
export type MessageType = (typeof MessageType)[keyof typeof MessageType];

export const SymbolKind = {
  Namespace: 3,
  Class: 5,
  Constant: 14,
  Array: 18,
  Object: 19,
  Key: 20,
} as const satisfies Some<typeof Lsp.SymbolKind>;

export const TextDocumentSyncKind = { Incremental: 2 } as const satisfies Some<
  typeof Lsp.TextDocumentSyncKind
>;

export const LSPErrorCodes = { RequestFailed: -32803, RequestCancelled: -32800 } as const satisfies Some<
  typeof Lsp.LSPErrorCodes
>;
