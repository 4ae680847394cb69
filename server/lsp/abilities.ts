import { type CompletionAbilities, completionAbilitiesOf } from './completion-abilities';
import { property } from './params';

/** What the client can do with answers, so far as they depend on it. */
export interface Abilities {
  /** A definition with the range that leads to it. */
  readonly definitionLinks: boolean;
  /** Symbols within symbols. */
  readonly nestedSymbols: boolean;
  /** Edits with the versions of the documents that they are for. */
  readonly versionedEdits: boolean;
  /** To be asked to make edits. */
  readonly appliesEdits: boolean;
  /** To ask what may be renamed before it asks for a new name. */
  readonly preparesRename: boolean;
  readonly linkTooltips: boolean;
  /** How many ranges to fold it takes at most. */
  readonly foldingLimit: number;
  readonly multilineTokens: boolean;
  /** To be told that something takes its time. */
  readonly showsProgress: boolean;
  /** Hovers in Markdown; of a client that does not say what it shows, it is taken for granted. */
  readonly markdownHovers: boolean;
  readonly completion: CompletionAbilities;
  /** To be told that these may have changed. */
  readonly refreshes: { readonly inlayHints: boolean; readonly codeLenses: boolean };
}

/** From the capabilities that a client sends; what is missing or makes no sense is not there. */
export function abilitiesOf(capabilities: unknown): Abilities {
  const at = (...path: string[]) => path.reduce(property, capabilities);
  const has = (...path: string[]) => at(...path) === true;
  const formats = at('textDocument', 'hover', 'contentFormat');
  const limit = at('textDocument', 'foldingRange', 'rangeLimit');
  return {
    definitionLinks: has('textDocument', 'definition', 'linkSupport'),
    nestedSymbols: has('textDocument', 'documentSymbol', 'hierarchicalDocumentSymbolSupport'),
    versionedEdits: has('workspace', 'workspaceEdit', 'documentChanges'),
    appliesEdits: has('workspace', 'applyEdit'),
    preparesRename: has('textDocument', 'rename', 'prepareSupport'),
    linkTooltips: has('textDocument', 'documentLink', 'tooltipSupport'),
    foldingLimit: typeof limit === 'number' && limit > 0 ? limit : Number.POSITIVE_INFINITY,
    multilineTokens: has('textDocument', 'semanticTokens', 'multilineTokenSupport'),
    showsProgress: has('window', 'workDoneProgress'),
    markdownHovers: !Array.isArray(formats) || formats.includes('markdown'),
    completion: completionAbilitiesOf(capabilities),
    refreshes: {
      inlayHints: has('workspace', 'inlayHint', 'refreshSupport'),
      codeLenses: has('workspace', 'codeLens', 'refreshSupport'),
    },
  };
}
