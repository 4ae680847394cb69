import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file, by its path from the repository's root with forward slashes, and what it imports. */
export interface SourceFile {
  readonly path: string;
  /** Packages as written; own files by their path from the root, without `.ts`. */
  readonly imports: readonly string[];
}

/** What a folder of the server may look at besides itself: other folders, or single files. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  go: ['document/node'],
  document: ['schema', 'go'],
  command: ['environment', 'go'],
  credential: ['go', 'protocol'],
  edits: ['document', 'schema'],
  rules: ['document', 'edits', 'schema', 'catalog', 'go', 'command', 'credential', 'environment'],
  features: [
    'document',
    'edits',
    'schema',
    'catalog',
    'go',
    'command',
    'credential',
    'environment',
    'protocol',
    'describe-report',
  ],
  catalog: [],
  // What stands for Node.js in a browser; that nothing else of Node.js is reached, test/unit/web holds.
  web: ['environment', 'lsp/start-web'],
  plugin: [
    'document',
    'schema',
    'go',
    'command',
    'credential',
    'catalog',
    'environment',
    'own-processes',
    'program',
    'protocol',
    'url-passwords',
  ],
};

/** Which packages only some files may import. */
const packages: readonly (readonly [name: RegExp, files: RegExp])[] = [
  [/^vscode$/, /^src\//],
  [/^vscode-languageclient(?:\/|$)/, /^src\/client\//],
  [/^vscode-(?:languageserver|jsonrpc)(?:[-/]|$)/, /^server\/lsp\//],
  [/^yaml(?:\/|$)/, /^server\/document\//],
  [/^zod(?:\/|$)/, /^server\/(?:schema|document)\//],
  [/^(?:buffer\/?|path-browserify)$/, /^server\/web\//],
  [/^(?:node:)?child_process$/, /^server\/(?:plugin\/|disk\/far-files\.ts)/],
];

/** Pure modules of the server that the extension is built with. */
const shared = [
  'server/protocol',
  'server/protocol-last-run',
  'server/protocol-plan',
  'server/protocol-report',
  'server/protocol-sign-in',
  'server/protocol-terminal',
  'server/recognize',
  'server/describe-report',
  'server/report-facts',
  'server/compare-reports',
  'server/describe-text',
  'server/last-run',
  'server/printable',
  'server/without-links',
];
const isShared = (module: string) => shared.includes(module) || module.startsWith('server/describe/');

/** One sentence for each arrow that is broken. */
export function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((name) => {
      const reason = packageReason(file.path, name) ?? arrowReason(file.path, name);
      return reason ? [`${file.path} imports ${name}: ${reason}`] : [];
    }),
  );
}

function packageReason(file: string, name: string): string | undefined {
  const rule = packages.find(([known, files]) => known.test(name) && !files.test(file));
  return rule && `only ${rule[1].source} may`;
}

function arrowReason(file: string, name: string): string | undefined {
  if (file.startsWith('src/')) {
    return name.startsWith('server/') && !isShared(name)
      ? 'the extension talks to the server over LSP'
      : undefined;
  }
  if (name.startsWith('src/')) return 'the server knows no editor';
  if (isShared(file.replace(/\.ts$/, ''))) {
    return isShared(name) ? undefined : 'what both sides are built with imports nothing else';
  }
  const from = /^server\/([^/]+)\//.exec(file)?.[1] ?? '';
  const allowed = arrows[from];
  const target = /^server\/(.+)$/.exec(name)?.[1];
  if (!allowed || !target || target.startsWith(`${from}/`)) return undefined;
  const fits = allowed.some((room) => target === room || target.startsWith(`${room}/`));
  return fits ? undefined : `${from} may look at ${allowed.join(', ') || 'nothing of ours'}`;
}

/** Every TypeScript file below `src` and `server`; either may not be there yet. */
export function sourceFiles(root: string): SourceFile[] {
  return ['src', 'server'].flatMap((folder) => filesBelow(root, folder)).map((file) => read(root, file));
}

function filesBelow(root: string, folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, file);
      return file.endsWith('.ts') ? [file] : [];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function read(root: string, file: string): SourceFile {
  const imports = importsOf(readFileSync(path.join(root, file), 'utf8'));
  return { path: file, imports: imports.map((name) => resolved(file, name)) };
}

const importForms =
  /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*(['"])([^'"]+)\1|\b(?:import|require)\(\s*(['"`])([^'"`]+)\3/gm;

/** What a text imports, however: statically, again exported, for its types, or when it runs. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(importForms)].map((match) => match[2] ?? match[4] ?? '');
}

/** `server/rules` stands for its index. */
function resolved(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}
