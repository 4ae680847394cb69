/** Seconds after which a plugin is ended, if nobody says otherwise. */
export const defaultTimeoutSeconds = 60;
/** The same for one that has a terminal: somebody types, or looks for a telephone that shows a number. */
export const terminalTimeoutSeconds = 600;
/** A day. A timer can't be set for much more than three weeks. */
export const longestTimeoutSeconds = 86_400;
