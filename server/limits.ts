/** Seconds after which a plugin is ended, if nobody says otherwise. */
export const defaultTimeoutSeconds = 60;
/** A day. A timer can't be set for much more than three weeks. */
export const longestTimeoutSeconds = 86_400;
