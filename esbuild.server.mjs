import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const entry = 'server/main.ts';

/**
 * The files besides `server.js`, and the modules that each of them is there for: a process loads those that it needs.
 * What several of them need is in the first that does, so each loads only files that are named before it.
 */
const files = {
  /** What all others need: little, as some of them are to start in no time. */
  base: ['server/program.ts', 'server/own-processes.ts', 'server/failure.ts'],
  /** What looks at files. */
  disk: ['server/disk/serve.ts'],
  /** What starts and ends processes. */
  processes: ['server/plugin/guard.ts', 'server/disk/far-files.ts'],
  /** Until `initialize` is answered. */
  start: ['server/lsp/start.ts'],
  /** What reads texts. */
  documents: [
    'server/lsp/connection.ts',
    'server/disk/environment.ts',
    'server/lsp/editor-variables.ts',
    // Of a few lines, which the command line needs as well as what runs plugins.
    'server/printable.ts',
    'server/terminal/messages.ts',
  ],
  /** What runs plugins for a client. */
  running: ['server/lsp/serve-running.ts'],
  'command-line': ['server/cli/command-line.ts', 'server/cli/check.ts', 'server/cli/fix.ts'],
  'command-line-run': ['server/cli/run.ts', 'server/terminal/run.ts'],
};

/**
 * Has esbuild build `server.js` and the files that it loads. Of ECMAScript modules, and only of them, it makes chunks
 * of what the same modules need; here the chunks of a file become one CommonJS module.
 */
export function inSeveralFiles(shared, outdir) {
  const whole = {
    name: 'whole-files',
    setup(first) {
      first.onEnd(async (result) => {
        if (result.errors.length > 0) return;
        const parts = partsOf(result);
        rmSync(path.join(outdir, 'server'), { recursive: true, force: true });
        await Promise.all(
          [entry, ...Object.keys(files)].map((file) => buildFile(file, parts, shared, outdir)),
        );
      });
    },
  };
  return {
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
    minify: false,
    sourcemap: shared.sourcemap && 'inline',
    // There is nothing to be seen there.
    outdir: path.join(outdir, 'chunks'),
    outfile: undefined,
    plugins: [whole, ...shared.plugins],
  };
}

/** The chunks by their absolute paths, as they import each other, each with the file that it belongs to. */
function partsOf({ metafile: { outputs }, outputFiles }) {
  const parts = new Map();
  let count = 0;
  for (const [name, { entryPoint, exports, imports, inputs }] of Object.entries(outputs)) {
    const own = path.resolve(name);
    const text = outputFiles.find((file) => file.path === own).text;
    const statically = imports.filter(({ external, kind }) => !external && kind === 'import-statement');
    parts.set(own, {
      entryPoint,
      text,
      modules: Object.keys(inputs),
      needs: statically.map((each) => path.resolve(each.path)),
      // Two chunks may have the same name for different things.
      exports: exports.map((inner) => ({ inner, outer: `x${(count++).toString(36)}` })),
    });
  }
  // What esbuild adds of its own is made of no module.
  for (const [own, { modules }] of parts) if (modules.length === 0) put(own, 'base', parts);
  for (const [file, modules] of Object.entries(files)) {
    for (const module of modules) put(partWith(module, parts), file, parts);
  }
  // The rest is in `server.js`, and a copy of what it needs: small things without a state.
  const lost = [...parts.values()].find((part) => part.entryPoint && part.entryPoint !== entry && !part.file);
  if (lost) throw new Error(`Which file is ${lost.entryPoint} in?`);
  return parts;
}

function partWith(module, parts) {
  const found = [...parts].find(
    ([, { entryPoint, modules }]) => entryPoint === module || modules.includes(module),
  );
  if (!found) throw new Error(`There is no module ${module}.`);
  return found[0];
}

function put(own, file, parts) {
  const part = parts.get(own);
  if (part.file) return;
  part.file = file;
  for (const other of part.needs) put(other, file, parts);
}

function buildFile(file, parts, shared, outdir) {
  const isEntry = file === entry;
  const own = isEntry
    ? [partWith(entry, parts)]
    : [...parts.keys()].filter((each) => parts.get(each).file === file);
  const contents = own.map(
    (each) => `export { ${names(parts.get(each), true)} } from ${JSON.stringify(each)};`,
  );
  return build({
    ...shared,
    stdin: { contents: contents.join('\n'), resolveDir: path.resolve(outdir), sourcefile: 'parts.js' },
    outfile: path.join(outdir, isEntry ? 'server.js' : `server/${file}.js`),
    banner: isEntry ? { js: '#!/usr/bin/env node' } : {},
    // `import()` of a CommonJS module would load what Node.js has for the others.
    supported: { 'dynamic-import': false },
    metafile: false,
    plugins: [otherParts(file, parts)],
  });
}

/** Of the chunks that are not in the file, what is imported comes from the file that they are in. */
function otherParts(file, parts) {
  const isHere = (own, kind) => parts.get(own).file === file || (file === entry && kind !== 'dynamic-import');
  return {
    name: 'other-parts',
    setup(second) {
      second.onResolve({ filter: /./, namespace: 'file' }, ({ path: asked, importer, kind }) => {
        const own = path.resolve(path.dirname(importer), asked);
        if (kind === 'entry-point') return undefined;
        if (!parts.has(own)) return { path: asked, external: true };
        return { path: own, namespace: isHere(own, kind) ? 'file' : 'elsewhere' };
      });
      second.onResolve({ filter: /./, namespace: 'elsewhere' }, ({ path: asked }) => ({
        path: asked,
        external: true,
      }));
      second.onLoad({ filter: /./, namespace: 'file' }, ({ path: own }) => ({
        contents: parts.get(own).text,
      }));
      second.onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path: own }) => {
        const part = parts.get(own);
        const from = `${file === entry ? './server/' : './'}${part.file}.js`;
        return { contents: `export { ${names(part, false)} } from ${JSON.stringify(from)};` };
      });
    },
  };
}

function names({ exports }, outward) {
  return exports
    .map(({ inner, outer }) => (outward ? `${inner} as ${outer}` : `${outer} as ${inner}`))
    .join(', ');
}
