import type { Kubeconfig } from '../../document/kubeconfig';
import type { Edit } from '../../edits/edit';
import { slotAt } from '../../edits/place';
import { scalarText } from '../../edits/scalar';
import { nameAt } from './name-at';
import { type NamePlace, type Scope, wordFor } from './names';
import { clashWith, renamedWith } from './rename-places';
import { meansTheSame } from './rename-proof';
import { inQuotes, type Span } from './spans';

/** Why it can't be done, for the user. */
export interface Refused {
  readonly refusal: string;
}

export interface Renamable extends Span {
  /** What the name is now. */
  readonly name: string;
}

export interface Renaming {
  readonly files: readonly { readonly document: Kubeconfig; readonly edits: readonly Edit[] }[];
  /** What the user may not expect. */
  readonly note?: string;
}

/** What would be renamed from an offset: the name without its quotes. `undefined`: there is no name. */
export function prepareRename(scope: Scope, offset: number): Renamable | Refused | undefined {
  const found = nameAt(scope.document, offset);
  if (!found) return undefined;
  const { place, under } = found;
  const own = inQuotes(scope.document.text, place);
  const { refusal } = renamedWith(scope, place);
  if (refusal) return { refusal };
  // Behind an alias the name stands elsewhere.
  const isHere = scope.document.text.slice(own.start, own.end) === place.name;
  return { ...(isHere && isNear(scope.document.text, under, own) ? own : under), name: place.name };
}

/** Gives what is named at an offset another name, wherever it is named. */
export function rename(scope: Scope, offset: number, newName: string): Renaming | Refused | undefined {
  const place = nameAt(scope.document, offset)?.place;
  if (!place) return undefined;
  if (newName === '')
    return { refusal: `A ${wordFor[place.section]} needs a name. Write at least one character.` };
  if (newName === place.name) return { files: [] };
  const { refusal, places, note } = renamedWith(scope, place);
  const reason = refusal ?? clashWith(scope, place, newName);
  if (reason) return { refusal: reason };
  const files = scope.files.flatMap((document) => {
    const own = new Set(document.fields.flatMap(({ entries }) => entries));
    const here = places.filter(({ entry }) => own.has(entry));
    return here.length > 0 ? { document, places: here, edits: editsFor(document, here, newName) } : [];
  });
  const shared = files.find((file) => !meansTheSame(file.document, file.places, file.edits, newName));
  if (shared) return { refusal: sharedWords(place) };
  return { files: files.map(({ document, edits }) => ({ document, edits })), ...(note ? { note } : {}) };
}

function sharedWords({ name }: NamePlace): string {
  return `"${name}" comes through an anchor, a merge key or a tag, which also stands for something else. Write the name out in each place first.`;
}

/** In the quotes that are there; what several aliases lead to is changed once. */
function editsFor(document: Kubeconfig, places: readonly NamePlace[], newName: string): Edit[] {
  const edits = new Map<number, Edit>();
  for (const { start, end, entry, path } of places) {
    const flow = slotAt(document, entry, path)?.inFlow ?? true;
    const mark = document.text[start];
    const quote = mark === '"' || mark === "'" ? mark : '';
    edits.set(start, { start, end, newText: scalarText(newName, { flow, quote }) });
  }
  return [...edits.values()].toSorted((a, b) => a.start - b.start);
}

/** On the same line: an editor asks for the new name where the cursor is. */
function isNear(text: string, under: Span, own: Span): boolean {
  const between = text.slice(Math.min(under.end, own.end), Math.max(under.start, own.start));
  return !between.includes('\n') && !text.slice(own.start, own.end).includes('\n');
}
