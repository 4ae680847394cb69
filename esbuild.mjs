import { context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

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
  logLevel: watch ? 'silent' : 'warning',
  plugins: watch ? [reportBuilds] : [],
};

const bundles = await Promise.all([
  context({
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  }),
  context({
    ...shared,
    entryPoints: ['server/main.ts'],
    outfile: 'dist/server.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);

if (watch) {
  await Promise.all(bundles.map((bundle) => bundle.watch()));
} else {
  await Promise.all(bundles.map((bundle) => bundle.rebuild()));
  await Promise.all(bundles.map((bundle) => bundle.dispose()));
}
