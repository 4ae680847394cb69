import { Composer, type ParsedNode, Parser } from 'yaml';
import { pruned } from './prune';

/**
 * The root of the first YAML document, as the `yaml` package built it; `null` when there is none. It stops
 * there: kubectl does not even look at what follows, so later documents may be broken. Scalars stay text;
 * scalars.ts gives them their values. The package repairs what it can in broken text, which is what the
 * features need; what kubectl refuses is found by go-yaml's own grammar.
 */
export function compose(text: string): ParsedNode | null {
  const composer = new Composer({
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const lines = withLines(text);
  for (const document of composer.compose(pruned(new Parser().parse(lines)), true, lines.length)) {
    return document.contents ?? null;
  }
  return null;
}

/**
 * A bare CR, NEL, LS and PS end a line in YAML 1.1; the `yaml` package knows none of them. Offsets stay the
 * same. LS and PS stay what they are behind a quotation mark: in quoted text go-yaml keeps them.
 */
function withLines(text: string): string {
  const lines = text.replace(/\r(?!\n)|\u0085/g, '\n');
  return lines.replace(/^[^"'\n\u2028\u2029]*[\u2028\u2029]/gm, (line) => `${line.slice(0, -1)}\n`);
}
