/** How much of a text is read, in UTF-16 code units. What is larger is not read at all, so that nobody waits for it. */
export interface Limits {
  readonly text: number;
  /**
   * The same for what is not laid out as kubectl lays it out, so that only a reader that knows all of YAML can read it:
   * a megabyte takes it half a second.
   */
  readonly unusual: number;
  /** The same for one of a text's parts: an entry, or a field. */
  readonly unusualPart: number;
  /** And if it is broken, too: of more than this only the fault is told. */
  readonly broken: number;
  /** How many parts may be unusual. */
  readonly unusualParts: number;
}

/** For an editor, where requests wait. The first is a setting. */
export const editorLimits: Limits = {
  text: 20 * 1024 * 1024,
  unusual: 2 * 1024 * 1024,
  unusualPart: 512 * 1024,
  broken: 512 * 1024,
  unusualParts: 10_000,
};

const any = Number.POSITIVE_INFINITY;

/** For a command that is waited for, and must not say less than it could. */
export const unlimited: Limits = {
  text: any,
  unusual: any,
  unusualPart: any,
  broken: any,
  unusualParts: any,
};
