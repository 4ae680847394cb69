import { Composer, type Document, type ParsedNode, Parser, type YAMLError } from 'yaml';

export interface Composed {
  /** The first document's root, as the `yaml` package built it; `null` when there is none. */
  readonly contents: ParsedNode | null;
  readonly errors: readonly YAMLError[];
}

/**
 * Parses the first YAML document of a text and stops there: kubectl does not even look at what
 * follows, so later documents may be broken. Scalars stay text; scalars.ts gives them their values.
 */
export function compose(text: string): Composed {
  const composer = new Composer({
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  // A bare CR and NEL end a line in YAML 1.1; the `yaml` package knows neither. Offsets stay the same.
  const lines = text.replace(/\r(?!\n)|\u0085/g, '\n');
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(new Parser().parse(lines), true, lines.length)) {
    first = document;
    break;
  }
  const contents = first?.contents ?? null;
  return { contents, errors: relevantErrors(contents, first?.errors ?? []) };
}

/** go-yaml reads one flow collection at the root and stops: what follows it is never scanned. */
function relevantErrors(contents: ParsedNode | null, errors: readonly YAMLError[]): readonly YAMLError[] {
  // The package's own word for what it calls impossible: a flow collection as a key of a block mapping.
  const real = errors.filter((error) => error.code !== 'IMPOSSIBLE');
  if (!contents || !('flow' in contents) || !contents.flow) return real;
  const end = contents.range[1];
  return real.filter((error) => error.pos[0] < end);
}
