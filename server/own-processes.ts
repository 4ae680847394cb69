/** The first argument of this program when it is to guard a plugin for another. */
export const guardArgument = '--guard-plugin';

/** The same when it is to look at files. */
export const farFilesArgument = '--look-at-files';
