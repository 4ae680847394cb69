/** Stands for `node:path` in a browser, where every path is a URI's. */
import path from 'path-browserify';

export const { basename, dirname, isAbsolute, join, normalize, parse, relative, resolve, sep } = path;
export const posix = path;
export const win32 = path;
export default path;
