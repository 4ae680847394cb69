import { deepStrictEqual } from 'node:assert';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { type Chunk, ChunkedText, inChunks } from '../../../server/document/text';
import { nodeEnvironment } from '../../../server/environment-node';
import { FileCache, withFiles } from '../../../server/lsp/file-cache';
import { check } from '../../../server/rules/check';
import type { RuleContext } from '../../../server/rules/rule';
import { mutated } from '../../unit/document/parts/mutate';
import { kubeconfigs } from '../corpus';
import type { Target } from '../target';

const steps = 4;

/** What is typed one after the other: each version is as if it were read and checked anew. */
export const edits: Target = {
  async start() {
    const files = new FileCache(nodeEnvironment.files);
    const anew: RuleContext = { environment: withFiles(nodeEnvironment, files), directory: '/here' };
    const keeping: RuleContext = { ...anew, machine: files };
    const found = (document: Kubeconfig, context: RuleContext) => {
      const { diagnostics, contexts } = check(document, context, '/here/config');
      return { diagnostics: diagnostics.map((each) => ({ ...each, fixes: each.fixes() })), contexts };
    };
    return {
      once(seed) {
        let document: Kubeconfig | undefined;
        const known = new Map<string, Chunk>();
        for (const text of versions(seed)) {
          document = new Kubeconfig(inSmallChunks(text, known), [], document);
          deepStrictEqual(document.text, text);
          deepStrictEqual(found(document, keeping), found(new Kubeconfig(text), anew));
        }
      },
      input: (seed) => versions(seed).join('\n=======\n'),
    };
  },
};

/** As an editor's text is kept, but for the size: equal ones are the same. */
function inSmallChunks(text: string, known: Map<string, Chunk>): ChunkedText {
  return new ChunkedText(
    inChunks(text, smallChunk).map((lines) => {
      const chunk = known.get(lines) ?? { lines };
      known.set(lines, chunk);
      return chunk;
    }),
  );
}

const smallChunk = 64;

function versions(seed: number): string[] {
  const texts = [kubeconfigs[seed % kubeconfigs.length] ?? ''];
  for (let step = 1; step < steps; step++) {
    // Sometimes what was typed is taken back.
    const from = step === 2 && seed % 3 === 0 ? texts[0] : texts.at(-1);
    texts.push(mutated(from ?? '', seed * steps + step));
  }
  return texts;
}
