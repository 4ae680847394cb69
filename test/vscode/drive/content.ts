import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const megabyte = 1024 * 1024;
/** Of the result view's page: it is read anew each time that the view comes into sight. */
const mostPageBytes = 100_000;

/** What may be in the package besides what `vsce` itself adds around it. */
const allowed =
  /^extension\/(dist\/(client|extension(\.web)?|server(\.web)?|server\/[a-z-]+|view)\.js|dist\/notices\.txt|media\/([\w.-]+\.(css|js|json)|icon\.png)|package\.json|readme\.md|changelog\.md|license(\.txt|\.md)?)$/i;
const added = ['extension.vsixmanifest', '[Content_Types].xml'];
const required = [
  'dist/client.js',
  'dist/extension.js',
  'dist/extension.web.js',
  'dist/NOTICES.txt',
  'dist/server.js',
  'dist/server.web.js',
  'dist/server/base.js',
  'dist/server/command-line-run.js',
  'dist/server/command-line.js',
  'dist/server/disk.js',
  'dist/server/documents.js',
  'dist/server/processes.js',
  'dist/server/running.js',
  'dist/server/start.js',
  'dist/view.js',
  'package.json',
  'readme.md',
  'changelog.md',
  'LICENSE.txt',
];

export function checkSize(vsix: string): number {
  const { size } = statSync(vsix);
  assert.ok(size <= megabyte, `the package has ${size} bytes`);
  const page = statSync(path.join(path.dirname(vsix), 'view.js')).size;
  assert.ok(page <= mostPageBytes, `the page of the result view has ${page} bytes`);
  return size;
}

export function checkContent(vsix: string): void {
  const names = zipNames(readFileSync(vsix));
  const unwanted = names.filter((name) => !allowed.test(name) && !added.includes(name));
  assert.deepEqual(unwanted, [], 'these do not belong into the package');
  const missing = required.filter(
    (name) => !names.some((found) => found.toLowerCase() === `extension/${name}`.toLowerCase()),
  );
  assert.deepEqual(missing, [], 'these are missing in the package');
}

/** The names in a zip file's central directory; enough of the format for a file that `vsce` wrote. */
function zipNames(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}
