import type { Cursor, Place } from '../../document/cursor';
import type { LocatedDocument } from '../../document/located-document';
import type { Edit } from '../../edits/edit';
import type { Environment } from '../../environment';
import type { Pen } from './pen';

export type ItemKind =
  | 'key'
  | 'value'
  | 'name'
  | 'block'
  | 'flag'
  | 'word'
  | 'variable'
  | 'command'
  | 'file'
  | 'folder';

/** Something that can be written at the cursor. */
export interface CompletionItem extends Writing {
  readonly label: string;
  readonly kind: ItemKind;
  /** Plain text, behind the label. */
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** Items are shown in this order. */
  readonly sort: string;
  /** What the text from `start` to the cursor is compared with. */
  readonly filter: string;
  readonly deprecated?: boolean;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** More typing may bring others: not all were looked at. */
  readonly incomplete: boolean;
}

/** A text with holes (holes.ts) in the place of another. */
export interface Writing extends Edit {
  /** Other edits that it needs, none of them in its place. */
  readonly extra: readonly Edit[];
}

/** What completion may know beyond the document. */
export interface CompletionContext {
  /** The release of kubectl to judge for; default: the newest known. */
  readonly kubernetesVersion?: string | undefined;
  /** Absent without trust: then no file is looked at. */
  readonly environment?: Environment | undefined;
  /** Folder of the document, absolute. */
  readonly directory?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether the document is meant to be JSON; says what a blank one becomes. */
  readonly json?: boolean;
}

/** A place, and all that decides what fits there. */
export interface Scope<P extends Place = Place> {
  readonly document: LocatedDocument;
  readonly root: Cursor['root'];
  readonly place: P;
  readonly context: CompletionContext;
  readonly pen: Pen;
}
