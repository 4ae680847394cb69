/** UTF-16 code units of a text that is read, unless the settings say otherwise. */
export const mostText = 20 * 1024 * 1024;
/**
 * The same for what is not laid out as kubectl lays it out, so that only a reader that knows all of YAML can read it:
 * for this much it takes seconds.
 */
export const mostUnusual = 2 * 1024 * 1024;
/** The same for one of a text's parts: an entry, or a field. */
export const mostUnusualPart = 512 * 1024;
/** And if it is broken, too: of more than this only the fault is told. */
export const mostBroken = 512 * 1024;
/** Of those, single parts of a text; there may be more of them than anybody can wait for. */
export const mostUnusualParts = 10_000;
