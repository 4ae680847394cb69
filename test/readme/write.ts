import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { root } from '../runner/phases';
import { withTables } from './tables';

const file = path.join(root, 'README.md');
writeFileSync(file, withTables(readFileSync(file, 'utf8'), manifest));
