import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The bundle under test, as it is shipped. */
export const server = path.join(root, 'dist/server.js');

if (!existsSync(server)) throw new Error('There is no dist/server.js. Run "npm run build" first.');
