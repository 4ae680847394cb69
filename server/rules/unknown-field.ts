import * as z from 'zod';
import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { entriesOf, type LocatedNode, type MappingNode } from '../document/node';
import { unwrap } from '../schema/field';
import { kubeconfigLink } from '../schema/links';
import { type Finding, onKey, rule } from './rule';

interface Unknown {
  readonly finding: Pick<Finding, 'entry' | 'start' | 'end'>;
  readonly name: string;
  readonly known: readonly string[];
  /** Names of the fields above it, without indices. */
  readonly above: readonly string[];
}

export const wrongCaseField = rule({
  code: 'field-case',
  severity: 'warning',
  title: 'A field’s name is in the wrong case, so kubectl ignores it',
  link: kubeconfigLink('Config'),
  subject: 'document',
  looksAt: 'file',
  *check(document) {
    for (const { finding, name, known } of unknownFields(document)) {
      const meant = known.find((candidate) => sameLetters(candidate, name));
      if (!meant) continue;
      const message = `kubectl ignores "${name}": names are case-sensitive. Write "${meant}".`;
      yield { ...finding, message };
    }
  },
});

export const unknownField = rule({
  code: 'unknown-field',
  severity: 'warning',
  title: 'A field of an exec block or an ExecCredential is unknown, so kubectl ignores it',
  link: kubeconfigLink('ExecConfig'),
  subject: 'document',
  looksAt: 'file',
  *check(document) {
    for (const { finding, name, known, above } of unknownFields(document)) {
      if (known.some((candidate) => sameLetters(candidate, name))) continue;
      if (document.kind === 'kubeconfig' && !above.includes('exec')) continue;
      yield { ...finding, message: `kubectl ignores "${name}". Known here: ${known.join(', ')}.` };
    }
  },
});

export const execMisplaced = rule({
  code: 'exec-misplaced',
  severity: 'warning',
  title: 'An exec block stands beside `user` instead of under it',
  link: kubeconfigLink('NamedAuthInfo'),
  subject: 'user',
  looksAt: 'entry',
  *check(user) {
    const exec = user.node.kind === 'mapping' ? entriesOf(user.node).get('exec') : undefined;
    if (!exec) return;
    yield {
      ...onKey(user, exec),
      message: 'kubectl ignores "exec" here, so this user has no credentials. Indent it under "user".',
    };
  },
});

/** Equal but for case, hyphens and underscores. */
function sameLetters(a: string, b: string): boolean {
  const letters = (name: string) => name.toLowerCase().replace(/[-_]/g, '');
  return letters(a) === letters(b);
}

function* unknownFields(document: LocatedDocument): Generator<Unknown> {
  const known = document.knownFields;
  for (const field of document.fields) {
    if (known.includes(field.name) || field.name.startsWith('x-')) continue;
    // kubectl reads these two without regard to case.
    if (/^(kind|apiversion)$/i.test(field.name)) continue;
    const finding = { entry: undefined, start: field.keyStart, end: field.keyEnd };
    yield { finding, name: field.name, known, above: [] };
  }
  for (const entry of document.entries()) {
    if (entry.schema) yield* unknownIn(entry, entry.schema, entry.node, [entry.section]);
  }
}

function* unknownIn(
  entry: Entry,
  wrapped: z.ZodType,
  node: LocatedNode,
  above: readonly string[],
): Generator<Unknown> {
  const schema = unwrap(wrapped);
  if (schema instanceof z.ZodArray && node.kind === 'sequence') {
    for (const item of node.items) yield* unknownIn(entry, schema.element as z.ZodType, item, above);
  }
  if (schema instanceof z.ZodObject && node.kind === 'mapping') {
    yield* unknownMembers(entry, schema, node, above);
  }
}

function* unknownMembers(
  entry: Entry,
  schema: z.ZodObject,
  node: MappingNode,
  above: readonly string[],
): Generator<Unknown> {
  const known = Object.keys(schema.shape);
  for (const pair of node.pairs) {
    const member = Object.hasOwn(schema.shape, pair.name)
      ? (schema.shape[pair.name] as z.ZodType)
      : undefined;
    if (member) yield* unknownIn(entry, member, pair.value, [...above, pair.name]);
    else if (!pair.merged) yield { finding: onKey(entry, pair), name: pair.name, known, above };
  }
}
