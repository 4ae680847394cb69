import { createHash } from 'node:crypto';

/**
 * What either end says to show that it knows the secret, which itself is never said. Once the channel is shut anybody on the
 * machine may wait at its address for a terminal that comes late: he would hear the terminal's half, and not know the other.
 */
export function halvesOf(secret: string): { readonly terminal: string; readonly server: string } {
  const half = (name: string) => digest(`${name} ${secret}`).toString('hex');
  return { terminal: half('terminal'), server: half('server') };
}

export function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
