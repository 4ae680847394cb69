import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../runner/phases';
import { withRuleCodes } from './rule-codes';
import { withTables } from './tables';

function rewrite(name: string, change: (text: string) => string): string {
  const file = path.join(root, name);
  const text = change(readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  return text;
}

const manifest = JSON.parse(rewrite('package.json', withRuleCodes));
rewrite('README.md', (text) => withTables(text, manifest));
