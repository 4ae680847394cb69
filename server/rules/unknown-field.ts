import { quotedName } from '../credential/token-shape';
import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { docOf, fieldNames, homeBelow, memberOf, nearMiss, type Schema, sameLetters } from '../schema';
import { kubeconfigLink, pluginLink } from '../schema/links';
import { type FoundField, fieldsInEntry, topFields } from './field-walk';
import { moveInsideFixes, moveOutsideFixes, removeFixes, renameFixes, spaceFixes } from './fixes/field-name';
import { otherVersionWords } from './kuberc/other-version';
import { isSince, kubectlName } from './kubernetes-version';
import { type Finding, type Fix, type RuleContext, rule } from './rule';

export const wrongCaseField = rule({
  code: 'field-case',
  severity: 'warning',
  title: 'A field’s name is in the wrong case or has a wrong separator, so kubectl ignores it',
  link: kubeconfigLink('Config'),
  subject: 'document',
  looksAt: 'file',
  check: (document) => wrongCases(document, unknownAtTop(document)),
  checkEntry: (entry, document) => wrongCases(document, unknownIn(entry, document)),
});

function* wrongCases(document: LocatedDocument, fields: readonly FoundField[]): Generator<Finding> {
  for (const field of fields) {
    const meant = spelling(field);
    if (!meant) continue;
    const why = meant.toLowerCase() === field.name.toLowerCase() ? ': names are case-sensitive' : '';
    const message = `kubectl ignores "${field.name}"${why}. Write "${meant}".`;
    const fixes = () => renameFixes(document, field, meant);
    yield { ...field.place, message, link: linkOf(field, meant), fixes };
  }
}

export const unknownField = rule({
  code: 'unknown-field',
  severity: 'warning',
  title: 'A field is unknown or stands in the wrong place, so kubectl ignores it',
  link: kubeconfigLink('Config'),
  subject: 'document',
  looksAt: 'file',
  check: (document) => unknown(document, unknownAtTop(document)),
  checkEntry: (entry, document) => unknown(document, unknownIn(entry, document)),
});

function* unknown(document: LocatedDocument, fields: readonly FoundField[]): Generator<Finding> {
  for (const field of fields) {
    if (spelling(field) || isMisplacedExec(field) || otherVersionWords(field)) continue;
    const message = `kubectl ignores ${quotedName(field.name)} here. ${nextStep(field)}`;
    const fixes = () => fixesOf(document, field);
    yield { ...field.place, message, link: linkOf(field), fixes };
  }
}

export const execMisplaced = rule({
  code: 'exec-misplaced',
  severity: 'warning',
  title: 'An exec block stands beside `user` instead of under it',
  link: pluginLink,
  subject: 'document',
  looksAt: 'file',
  *checkEntry(entry, document) {
    for (const field of unknownIn(entry, document)) {
      if (!isMisplacedExec(field)) continue;
      const message = 'kubectl ignores "exec" here, so this user has no plugin. Move it into "user".';
      yield { ...field.place, message, fixes: () => moveInsideFixes(document, field, 'user') };
    }
  },
});

export const fieldTooNew = rule({
  code: 'field-too-new',
  severity: 'warning',
  title: 'A field is newer than the kubectl that is judged for, which ignores it',
  link: kubeconfigLink('Config'),
  noFix: 'Updating kubectl is what helps; without the field a newer one would miss it.',
  subject: 'document',
  looksAt: 'file',
  check: (document, context) => tooNew(document, context, topFields(document)),
  *checkEntry(entry, document, context) {
    const top = memberOf(document.schema, entry.section);
    // It goes with the field that it is in.
    if (top && isTooNew(top, context)) return;
    yield* tooNew(document, context, fieldsInEntry(entry, document.schema));
  },
});

function* tooNew(
  document: LocatedDocument,
  context: RuleContext,
  fields: Iterable<FoundField>,
): Generator<Finding> {
  if (document.kind === 'exec-credential' || isSince(context, newest)) return;
  const found: string[] = [];
  for (const { place, name, above, schema } of fields) {
    if (!schema || !isTooNew(schema, context)) continue;
    const path = JSON.stringify([...above, name]).slice(0, -1);
    // What is in it goes with it.
    if (found.some((other) => path.startsWith(`${other},`))) continue;
    found.push(path);
    const { since = '', link } = docOf(schema) ?? {};
    yield { ...place, message: tooNewWords(name, since, context), link };
  }
}

function isTooNew(schema: Schema, context: RuleContext): boolean {
  const since = docOf(schema)?.since;
  return since !== undefined && !isSince(context, since);
}

/** Above this release no field is new. */
const newest = '1.36';

function tooNewWords(name: string, since: string, context: RuleContext): string {
  return `${kubectlName(context)} ignores "${name}", which came with ${since}. Update kubectl, or do without it.`;
}

/** Several rules ask for those of an entry, one after the other. */
const memo = new WeakMap<Entry, readonly FoundField[]>();

function unknownIn(entry: Entry, { schema }: LocatedDocument): readonly FoundField[] {
  const found = memo.get(entry) ?? fieldsInEntry(entry, schema).filter(isUnknown);
  memo.set(entry, found);
  return found;
}

function unknownAtTop(document: LocatedDocument): readonly FoundField[] {
  return topFields(document).filter(isUnknown);
}

function isUnknown({ schema, above, name }: FoundField): boolean {
  // At the top kubectl reads two names without regard to case, and anchors need a place to be.
  const exempt = above.length === 0 && /^(?:kind|apiversion|x-.*)$/i.test(name);
  return !schema && !exempt;
}

function spelling({ name, objects }: FoundField): string | undefined {
  return sameLetters(name, fieldNames(objects[0]));
}

function isMisplacedExec({ name, above }: FoundField): boolean {
  return name === 'exec' && above.length === 2 && above[0] === 'users';
}

function nextStep({ name, above, objects }: FoundField): string {
  const below = homeBelow(name, objects[0]);
  if (below) return `It belongs under "${below}".`;
  const close = nearMiss(name, fieldNames(objects[0]));
  if (close) return `Write "${close}".`;
  const outside = objects.findIndex((object) => fieldNames(object).includes(name));
  const beside = above.filter((step) => typeof step === 'string').at(-outside);
  if (outside > 0 && beside !== undefined) return `It belongs further out, beside "${beside}".`;
  if (above.at(-2) === 'env') return `Write "name" with ${name}, and "value".`;
  return 'There is no such field. Remove it, or correct its name.';
}

/** All that belongs below the same key: parts of a block are of no use without each other. */
function beside(document: LocatedDocument, { above, place }: FoundField, below: string): string[] {
  const fields = place.entry ? unknownIn(place.entry, document) : unknownAtTop(document);
  const same = fields.filter((other) => other.above.join('\0') === above.join('\0'));
  return same.filter(({ name, objects }) => homeBelow(name, objects[0]) === below).map(({ name }) => name);
}

function fixesOf(document: LocatedDocument, field: FoundField): readonly Fix[] {
  const { name, objects } = field;
  if (name.includes('\u00a0')) return spaceFixes(document);
  const below = homeBelow(name, objects[0]);
  if (below) return moveInsideFixes(document, field, below, beside(document, field, below));
  const close = nearMiss(name, fieldNames(objects[0]));
  if (close) return renameFixes(document, field, close);
  const outside = objects.findIndex((object) => fieldNames(object).includes(name));
  return outside > 0 ? moveOutsideFixes(document, field, outside) : removeFixes(document, field);
}

/** Documentation of what was meant, else of the object. */
function linkOf({ objects }: FoundField, meant?: string): string | undefined {
  const schema = memberOf(objects[0], meant ?? fieldNames(objects[0])[0] ?? '');
  return schema && docOf(schema)?.link;
}
