/** The first argument of this program when it is to look at files for another. */
export const farFilesArgument = '--look-at-files';
