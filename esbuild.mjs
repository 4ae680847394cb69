import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { context } from 'esbuild';
import { inSeveralFiles } from './esbuild.server.mjs';

// Usage: node esbuild.mjs [--production] [--watch] [--outdir=FOLDER] [BUNDLE…]
const args = process.argv.slice(2);
const outdir = args.find((arg) => arg.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'dist';
const production = args.includes('--production');
const watch = args.includes('--watch');

/** Prints what the `$esbuild-watch` problem matcher of .vscode/tasks.json waits for. */
const reportBuilds = {
  name: 'report-builds',
  setup(build) {
    build.onStart(() => process.stdout.write('[watch] build started\n'));
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`✘ [ERROR] ${text}\n    ${location?.file}:${location?.line}:${location?.column}:`);
      }
      process.stdout.write('[watch] build finished\n');
    });
  },
};

/** The components' styles are texts, which a minifier leaves alone. */
const squeezeStyles = {
  name: 'squeeze-styles',
  setup(build) {
    build.onLoad({ filter: /@vscode-elements.*styles\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replace(/css `[^`]*`/g, (styles) => styles.replace(/\s+/g, ' ')),
        loader: 'js',
      };
    });
  },
};

const shared = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  // VS Code 1.100 brings Node 20; the command line promises the same.
  target: 'node20',
  // Some dependencies' `main` is UMD, whose requires a bundler can't follow.
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  metafile: production,
  logLevel: watch ? 'silent' : 'warning',
  plugins: watch ? [reportBuilds] : [],
};

/** Most windows that show some YAML never need the language client: it is a bundle of its own. */
const clientApart = {
  name: 'client-apart',
  setup(build) {
    build.onResolve({ filter: /\/language-client$/ }, () => ({ path: './client.js', external: true }));
  },
};

/**
 * Compiled code copies a namespace that comes from outside, some hundred properties, in each file that imports it: that
 * was most of an activation, and of loading the client. Here all files have the same one.
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace, kind }) =>
      namespace === 'vscode-once'
        ? { path: 'vscode', external: true }
        : { path: kind === 'require-call' ? 'for-require' : 'for-import', namespace: 'vscode-once' },
    );
    build.onLoad({ filter: /import/, namespace: 'vscode-once' }, () => ({
      contents: "export * from 'vscode';",
    }));
    // What TypeScript makes of `import *` copies no module that calls itself one.
    build.onLoad({ filter: /require/, namespace: 'vscode-once' }, () => ({
      contents: "module.exports = Object.create(require('vscode'), { __esModule: { value: true } });",
    }));
  },
};

/** What stands for Node.js in a browser. An import that is not among them breaks the build. */
const standIns = ['crypto', 'os', 'path', 'util'].map((name) => [
  `node:${name}`,
  `./server/web/node/${name}.ts`,
]);

const inBrowser = {
  platform: 'browser',
  target: 'es2023',
  alias: {
    yaml: './node_modules/yaml/browser/dist/index.js',
    'vscode-languageclient/node': './src/client/web-client.ts',
    ...Object.fromEntries(standIns),
  },
  inject: ['./server/web/node/globals.ts'],
  define: { 'process.arch': '""' },
};

const bundles = {
  extension: {
    entryPoints: ['src/extension.ts'],
    // VS Code answers `require('vscode')`; what is imported in another way may not be asked.
    supported: { 'dynamic-import': false },
    plugins: [...shared.plugins, clientApart, vscodeOnce],
  },
  // A browser's extension host loads a single file.
  'extension.web': {
    ...inBrowser,
    entryPoints: ['src/extension.web.ts'],
    plugins: [...shared.plugins, vscodeOnce],
  },
  client: {
    entryPoints: ['src/client/language-client.ts'],
    plugins: [...shared.plugins, vscodeOnce],
  },
  server: {
    entryPoints: ['server/main.ts'],
    ...inSeveralFiles(shared, outdir),
    // The same code as modules, of which a bundler leaves out what nobody uses.
    alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  },
  /** The same server in a browser's worker: what it would have of Node.js is left out or stood for. */
  'server.web': {
    entryPoints: ['server/web/main.ts'],
    ...inBrowser,
    format: 'iife',
  },
  // The result view's page. VS Code 1.100 brings Chromium 132; browsers may be older.
  view: {
    entryPoints: ['src/run/view/page.ts'],
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    plugins: [...shared.plugins, squeezeStyles],
  },
};

const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.find((name) => !Object.hasOwn(bundles, name));
if (unknown !== undefined) throw new Error(`There is no bundle "${unknown}".`);
const names = named.length > 0 ? named : Object.keys(bundles);
const contexts = await Promise.all(
  names.map((name) => context({ ...shared, outfile: `${outdir}/${name}.js`, ...bundles[name] })),
);

if (watch) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  const built = await Promise.all(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  if (production) writeFileSync(path.join(outdir, 'NOTICES.txt'), notices(built));
}

/** The licences of what is bundled: they ask to go with it. */
function notices(built) {
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  const packages = [...new Set(folders)].filter((folder) => folder !== undefined).sort();
  return packages.map(noticeOf).join(`\n${'-'.repeat(78)}\n\n`);
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file
    ? readFileSync(path.join(folder, file), 'utf8').trim()
    : 'No text of the licence is published.';
  return `${name} ${version}, ${license}\n\n${text}\n`;
}
