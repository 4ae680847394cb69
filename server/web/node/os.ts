/** Stands for `node:os` in a browser: nobody has a home there, so that `~` stays what it is. */
export const homedir = () => '~';
