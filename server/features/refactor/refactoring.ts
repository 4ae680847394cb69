import type { Kubeconfig } from '../../document/kubeconfig';
import { areApart, type Edit } from '../../edits/edit';
import type { Environment } from '../../environment';

/** A change that somebody may want where nothing is wrong. */
export interface Refactoring {
  /** In the imperative and sentence case, without a secret. */
  readonly title: string;
  readonly kind: 'refactor.rewrite' | 'refactor.extract' | 'refactor.move';
  readonly edits: readonly Edit[];
}

/** What is selected: absolute offsets; equal where nothing is. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

export interface RefactorContext {
  /** Absent where there is no machine to look at. */
  readonly environment?: Environment | undefined;
  /** Folder that relative paths count from, absolute. */
  readonly directory?: string | undefined;
  /** Release of kubectl to judge for, such as `1.27`. Default: the newest known. */
  readonly kubernetesVersion?: string | undefined;
}

/** What one kind of refactoring offers at a place. It looks at the entry there, and at what that names. */
export type Refactor = (document: Kubeconfig, at: Selection, context: RefactorContext) => Refactoring[];

/** One; none where there are no edits, or where they get in each other's way: it can't be made in this place. */
export function refactoring(kind: Refactoring['kind'], title: string, edits: readonly Edit[]): Refactoring[] {
  return edits.length > 0 && areApart(edits) ? [{ title, kind, edits }] : [];
}
