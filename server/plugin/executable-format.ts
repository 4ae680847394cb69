import type { Environment } from '../environment';

const binaryMagic = ['7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '4d5a'];

/**
 * Whether the kernel itself would start this file. A script without `#!` it would not, and neither
 * does Go; but the C library under Node.js would hand it to a shell.
 */
export function isStartable(path: string, environment: Environment): boolean {
  if (environment.platform === 'win32') return true;
  const stat = environment.files.stat(path);
  if (stat?.kind !== 'file' || !stat.executable) return true;
  let bytes: Uint8Array;
  try {
    bytes = environment.files.read(path).subarray(0, 256);
  } catch {
    // A program may be executable without being readable.
    return true;
  }
  const start = Buffer.from(bytes);
  if (start.toString('latin1', 0, 2) === '#!') return true;
  const magic = start.toString('hex', 0, 4);
  // Other binaries may have an interpreter registered with the kernel.
  return binaryMagic.some((known) => magic.startsWith(known)) || start.includes(0);
}
