import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file as services know it: by its path from the working folder, which is taken for the repository's root. */
export function repositoryPath(path: string): string {
  const inside = relative(process.cwd(), resolve(path));
  const outside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return (outside ? path : inside).split(sep).join('/');
}

/** The same for SARIF. A file outside of the working folder has an address of its own. */
export function artifactUri(path: string): { uri: string; uriBaseId?: string } {
  if (path === '-') return { uri: 'stdin' };
  const inside = repositoryPath(path);
  const outside = inside.startsWith('../') || isAbsolute(inside);
  if (outside) return { uri: pathToFileURL(resolve(path)).href };
  return { uri: inside.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
