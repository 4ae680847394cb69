/** The release of kubectl that the corpora were recorded with. */
export const recordedRelease = '1.33';
