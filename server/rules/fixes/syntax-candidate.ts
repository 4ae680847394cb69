import type { Edit } from '../../edits/edit';

/** A guess at what is meant. */
export interface Candidate {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** How unlikely it is, counted in fields that nobody knows. */
  readonly cost?: number;
}

export function insert(title: string, at: number, newText: string): Candidate {
  return { title, edits: [{ start: at, end: at, newText }] };
}
