import type { Configurations } from './configurations';
import type { OpenDocuments } from './documents';
import type { LastRuns } from './last-runs';
import type { Machine } from './machine';
import type { Session } from './session';

/** What answers are made from. */
export interface Served {
  readonly documents: OpenDocuments;
  readonly configurations: Configurations;
  readonly machine: Machine;
  readonly session: Session;
  readonly lastRuns: LastRuns;
}
