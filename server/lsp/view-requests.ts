import type { DocumentLink, FoldingRange, InlayHint, SelectionRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Kubeconfig } from '../document/kubeconfig';
import { folds } from '../features/navigation/folding';
import { inlayHints } from '../features/navigation/inlay-hints';
import { links } from '../features/navigation/links';
import { selectionRanges } from '../features/navigation/selection-ranges';
import { answering } from './answers';
import { filePath } from './documents';
import { documentUriOf, positionIn, property, rangeOf } from './params';
import { rangeIn, textEditIn } from './scope';
import type { Served } from './served';
import { kubernetesVersionFor } from './session';
import type { Connection } from './wire/connection';

/** Serves what an editor shows of a document besides its text. */
export function serveViews(connection: Connection, served: Served): void {
  const answer = answering(connection);
  const { documents, session } = served;
  connection.onFoldingRanges(
    answer('folding', (params): FoldingRange[] | null => {
      const open = documents.find(documentUriOf(params));
      const found = open && folds(open.document, session.abilities.foldingLimit);
      // Where nothing can be read, the editor folds by indentation.
      if (!found || found.length === 0) return null;
      return found.map(({ kind, ...lines }) => (kind === 'comment' ? { ...lines, kind } : lines));
    }),
  );
  connection.onSelectionRanges(answer('selection ranges', (params) => selectionsIn(params, served)));
  connection.onDocumentLinks(answer('links', (params) => linksIn(documentUriOf(params), served)));
  connection.onInlayHints(answer('inlay hints', (params) => hintsIn(params, served)));
}

function selectionsIn(params: unknown, { documents }: Served): SelectionRange[] | null {
  const open = documents.find(documentUriOf(params));
  const positions = property(params, 'positions');
  if (!open || !Array.isArray(positions)) return null;
  return positions.map((position: unknown) => {
    const ranges = selectionRanges(open.document, open.text.offsetAt(positionIn(position)));
    return nestedIn(open.text, ranges);
  });
}

/** From the outside in, so that a deep one needs no recursion. */
function nestedIn(text: TextDocument, ranges: readonly { start: number; end: number }[]): SelectionRange {
  const outermost = { range: rangeIn(text, ranges.at(-1) ?? { start: 0, end: 0 }) };
  return ranges
    .slice(0, -1)
    .reduceRight<SelectionRange>((parent, range) => ({ range: rangeIn(text, range), parent }), outermost);
}

/** Without trust no file is looked at. */
function machineFor(uri: string, { machine, session }: Served) {
  return { environment: session.trusted ? machine.environment : undefined, path: filePath(uri) };
}

function linksIn(uri: string, served: Served): DocumentLink[] | null {
  const open = served.documents.find(uri);
  if (!open) return null;
  const { linkTooltips } = served.session.abilities;
  return links(open.document, machineFor(uri, served)).map(({ target, tooltip, ...span }) => ({
    range: rangeIn(open.text, span),
    target: 'url' in target ? target.url : URI.file(target.file).toString(),
    ...(linkTooltips ? { tooltip } : {}),
  }));
}

function hintsIn(params: unknown, served: Served): InlayHint[] | null {
  const uri = documentUriOf(params);
  const open = served.documents.find(uri);
  if (!(open?.document instanceof Kubeconfig)) return null;
  const { text } = open;
  const { start, end } = rangeOf(params);
  const range = { start: text.offsetAt(start), end: text.offsetAt(end) };
  const document = served.configurations.inContext(open.document, uri);
  const kubernetesVersion = kubernetesVersionFor(served.session, uri);
  const found = inlayHints(document, range, { ...machineFor(uri, served), kubernetesVersion });
  return found.map(({ offset, label, tooltip, edits }) => ({
    position: text.positionAt(offset),
    label,
    tooltip,
    paddingLeft: true,
    ...(edits.length > 0 ? { textEdits: edits.map((edit) => textEditIn(text, edit)) } : {}),
  }));
}
