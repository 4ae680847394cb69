import { dirname } from 'node:path';
import type {
  CompletionItem,
  CompletionList,
  CompletionParams,
  CompletionItemKind as Kind,
  Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Kubeconfig } from '../document/kubeconfig';
import { kubercAt } from '../document/kuberc-part';
import type { LocatedDocument } from '../document/located-document';
import { complete } from '../features/completion';
import { hasHoles, plainText, snippetText } from '../features/completion/holes';
import type { CompletionItem as Found } from '../features/completion/item';
import { isWelcome } from '../features/completion/trigger';
import { answering } from './answers';
import type { CompletionAbilities } from './completion-abilities';
import { filePath } from './documents';
import { markup } from './markup';
import { documentUriOf, positionOf, property } from './params';
import type { Served } from './served';
import { kubernetesVersionFor } from './session';
import type { Connection } from './wire/connection';
import { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from './wire/constants';

const nothing: CompletionList = { isIncomplete: false, items: [] };

const kinds: Readonly<Record<Found['kind'], Kind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  block: CompletionItemKind.Snippet,
  flag: CompletionItemKind.Field,
  word: CompletionItemKind.Keyword,
  variable: CompletionItemKind.Variable,
  command: CompletionItemKind.Function,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

export function serveCompletion(connection: Connection, served: Served): void {
  const answer = answering(connection);
  connection.onCompletion(answer('completion', (params) => completionAt(params, served)));
}

/** Without trust no file is looked at, and no name of one is proposed. */
function completionAt(params: CompletionParams, served: Served): CompletionList {
  const { documents, configurations, machine, session } = served;
  const uri = documentUriOf(params);
  const offsetAt = positionOf(params);
  const open = documents.find(uri);
  if (!open) return nothing;
  const { text } = open;
  const line = text.getText({ start: { line: offsetAt.line, character: 0 }, end: offsetAt });
  const typed = property(property(params, 'context'), 'triggerCharacter');
  if (typeof typed === 'string' && !isWelcome(typed, line)) return nothing;
  const path = filePath(uri);
  const offset = text.offsetAt(offsetAt);
  const document = documentAt(open.document, text.getText(), offset, (kubeconfig) =>
    configurations.inContext(kubeconfig, uri),
  );
  const { items, incomplete } = complete(document, offset, {
    kubernetesVersion: kubernetesVersionFor(session, uri),
    environment: session.trusted ? machine.environment : undefined,
    directory: path === undefined ? undefined : dirname(path),
    now: machine.environment.now(),
    json: /^jsonc?$/.test(text.languageId),
  });
  const abilities = session.abilities.completion;
  return { isIncomplete: incomplete, items: items.map((item) => toLsp(item, text, offset, abilities)) };
}

/** Names of a kubeconfig are those of all files; of a kuberc's documents, it is the one that the cursor is in. */
function documentAt(
  document: LocatedDocument,
  text: string,
  offset: number,
  inContext: (kubeconfig: Kubeconfig) => Kubeconfig,
): LocatedDocument {
  if (document instanceof Kubeconfig) return inContext(document);
  return document.kind === 'kuberc' ? kubercAt(text, offset) : document;
}

function toLsp(
  found: Found,
  text: TextDocument,
  offset: number,
  abilities: CompletionAbilities,
): CompletionItem {
  const snippet = abilities.snippets && hasHoles(found.newText);
  const whole = snippet ? snippetText(found.newText) : plainText(found.newText);
  const replace = rangeOf(text, found.start, found.end);
  // Whoever knows no modes adds the line's indentation to the lines of a snippet.
  const newText = snippet && !abilities.asIs ? withoutIndentation(whole, text, replace) : whole;
  const { labelDetails, markdown } = abilities;
  const { detail, documentation } = found;
  return {
    label: found.label,
    kind: kinds[found.kind],
    sortText: found.sort,
    filterText: found.filter,
    ...(detail ? (labelDetails ? { labelDetails: { description: detail } } : { detail }) : {}),
    ...(documentation
      ? {
          documentation: markup(documentation, markdown),
        }
      : {}),
    ...(found.deprecated && abilities.deprecatedTag ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(snippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(abilities.asIs ? { insertTextMode: InsertTextMode.asIs } : {}),
    textEdit:
      abilities.insertReplace && found.end > offset
        ? { newText, insert: rangeOf(text, found.start, offset), replace }
        : { newText, range: replace },
    ...(found.extra.length > 0
      ? {
          additionalTextEdits: found.extra.map((edit) => ({
            range: rangeOf(text, edit.start, edit.end),
            newText: edit.newText,
          })),
        }
      : {}),
  };
}

function withoutIndentation(newText: string, text: TextDocument, { start }: Range): string {
  const line = text.getText({ start: { line: start.line, character: 0 }, end: start });
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
  return indentation === '' ? newText : newText.replaceAll(`\n${indentation}`, '\n');
}

function rangeOf(text: TextDocument, start: number, end: number): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}
