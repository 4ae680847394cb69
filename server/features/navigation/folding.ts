import { Lines } from '../../document/lines';
import type { LocatedDocument } from '../../document/located-document';
import { type Part, partsOf } from './tree-walk';

/** Lines that fold into the first of them. Zero-based, the last one included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'region' | 'comment';
}

/** What can be folded: the outermost where there is more than `limit`; a line begins one fold at most. */
export function folds(document: LocatedDocument, limit = Number.POSITIVE_INFINITY): Fold[] {
  const finder = new Finder(document.text);
  for (const part of partsOf(document)) finder.add(part, 0);
  finder.addComments();
  const all = [...finder.found.values()];
  const kept = all.length > limit ? all.toSorted((a, b) => a.depth - b.depth).slice(0, limit) : all;
  return kept
    .toSorted((a, b) => a.startLine - b.startLine)
    .map(({ startLine, endLine, kind }) => ({ startLine, endLine, kind }));
}

/** Lines of comment with nothing between them. */
const comments = /^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm;

class Finder {
  readonly found = new Map<number, Fold & { readonly depth: number }>();
  /** Lines of text that goes over several: no comment begins there. */
  private readonly written = new Set<number>();
  private readonly lines: Lines;

  constructor(private readonly text: string) {
    this.lines = new Lines(text);
  }

  /** `within`: the last line of what is around it, which may keep its own closing bracket in sight. */
  add(part: Part, depth: number, within = Number.POSITIVE_INFINITY): void {
    const startLine = this.lineOf(part.start);
    const lastLine = this.lineOf(Math.max(part.start, part.end - 1));
    // What is in a part of one line is on that line.
    if (lastLine === startLine) return;
    const endLine = Math.min(within, this.isClosing(part) ? lastLine - 1 : lastLine);
    // What is in a block is folded with the key or the dash before it.
    const inBlock = !part.flow && (part.kind === 'mapping' || part.kind === 'list');
    if (!inBlock) this.set({ startLine, endLine, kind: 'region' }, depth);
    if (part.kind === 'scalar')
      for (let line = startLine + 1; line <= lastLine; line++) this.written.add(line);
    for (const inner of part.parts()) this.add(inner, depth + 1, endLine);
  }

  addComments(): void {
    for (const { index, 0: block } of this.text.matchAll(comments)) {
      const startLine = this.lineOf(index);
      const endLine = this.lineOf(index + block.length);
      if (!this.written.has(startLine)) this.set({ startLine, endLine, kind: 'comment' }, 0);
    }
  }

  private set(fold: Fold, depth: number): void {
    const { startLine, endLine } = fold;
    if (endLine > startLine && !this.found.has(startLine)) this.found.set(startLine, { ...fold, depth });
  }

  /** A closing bracket that stands first on its line stays in sight. */
  private isClosing({ end }: Part): boolean {
    const line = this.text.slice(this.text.lastIndexOf('\n', end - 1) + 1, end);
    return /^\s*[\]}]+$/.test(line);
  }

  private lineOf(offset: number): number {
    return this.lines.at(offset) - 1;
  }
}
