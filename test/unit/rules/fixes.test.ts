import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocument } from '../../../server/document/read-document';
import { applyEdits, type Edit } from '../../../server/edits/edit';
import { type Checked, check, type Diagnostic } from '../../../server/rules/check';
import { rules } from '../../../server/rules/index';
import { type FixCase, fixCases } from './fix-cases';
import { fixtures } from './fixtures';
import { machineAt } from './machine';

function checked(text: string, each: FixCase): Checked {
  const { date, directory, kubernetesVersion } = each;
  const context = { environment: machineAt(date), directory, kubernetesVersion };
  return check(readDocument(each.document, text), context, 'config');
}

const ofCode = ({ diagnostics }: Checked, code: string) => diagnostics.filter((each) => each.code === code);

/** What kubectl accepts, by the name of the context. */
function accepted({ contexts }: Pick<Checked, 'contexts'>): (string | null)[] {
  return contexts.flatMap((context) => (context.accepted ? [context.name] : []));
}

function assertNoneLost(before: Checked, after: Checked): void {
  const refused = after.contexts.filter((context) => !context.accepted);
  for (const name of accepted(before)) {
    const now = refused.find((context) => context.name === name);
    assert.equal(now?.kubectl, undefined, `kubectl accepted the context ${name} before`);
  }
}

describe('a fix makes of a document what its case says', () => {
  for (const [index, each] of fixCases.entries()) {
    test(`${each.code} ${index}: ${each.title}`, () => {
      const before = checked(each.before, each);
      const found = ofCode(before, each.code);
      const offered = found.map((diagnostic) => diagnostic.fixes());
      const fixes = offered.find((list) => list.some(({ title }) => title === each.title)) ?? [];
      const fix = fixes.find(({ title }) => title === each.title);
      assert.ok(fix, `offered: ${offered.flatMap((list) => list.map(({ title }) => title)).join('; ')}`);
      assert.equal(fix.kind, each.kind);
      if (each.preferred) assert.equal(fixes[0]?.title, each.title, 'the preferred one');
      const text = applyEdits(each.before, fix.edits);
      assert.equal(text, each.after);
      const after = checked(text, each);
      assert.ok(ofCode(after, each.code).length < found.length, 'the finding is still there');
      assertNoneLost(before, after);
    });
  }
});

function assertWellFormed(text: string, { title, edits }: { title: string; edits: readonly Edit[] }): void {
  assert.match(title, /^[A-Z][^\n]*[^.\s]$/);
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let last = 0;
  assert.ok(sorted.length > 0, `${title}: no edits`);
  for (const { start, end } of sorted) {
    assert.ok(start >= last && end >= start && end <= text.length, `${title}: edits overlap or lie outside`);
    last = end;
  }
}

describe('a fix of any finding in a fixture', () => {
  for (const { name, text, checked: before, again } of fixtures) {
    test(name, () => {
      for (const diagnostic of before.diagnostics) {
        for (const fix of fixesOf(diagnostic)) {
          assertWellFormed(text, fix);
          if (again) assertNoneLost(before, again(applyEdits(text, fix.edits)));
        }
      }
    });
  }
});

function fixesOf(diagnostic: Diagnostic) {
  const fixes = diagnostic.fixes();
  const { noFix } = rules.find(({ code }) => code === diagnostic.code) ?? {};
  assert.ok(!noFix || fixes.length === 0, `${diagnostic.code} has a fix and says that there is none`);
  return fixes;
}

describe('every rule has a case of a fix, or says why there is none', () => {
  for (const { code, noFix } of rules) {
    test(code, () => {
      const cases = fixCases.filter((each) => each.code === code);
      assert.equal(cases.length > 0, noFix === undefined, noFix ? 'has both' : 'has neither');
    });
  }
});
