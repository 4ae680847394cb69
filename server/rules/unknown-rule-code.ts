import type { LocatedDocument } from '../document/located-document';
import { fix } from './fixes/fix';
import { nearName } from './fixes/near-name';
import { type Finding, type RuleContext, rule } from './rule';
import { type Silencing, silencingsIn } from './silenced';

/** `codes`: of all rules, this one included. */
export function unknownRuleCode(codes: () => ReadonlySet<string>) {
  return rule({
    code: 'unknown-rule-code',
    severity: 'information',
    title: 'A comment is to silence a check that does not exist',
    link: 'https://yaml.org/spec/1.1/#comment',
    subject: 'document',
    looksAt: 'file',
    *check(document: LocatedDocument, _context: RuleContext): Iterable<Finding> {
      const nearest = nearestIn(codes());
      for (const silencing of silencingsIn(document)) yield* faultsOf(silencing, codes(), nearest);
    },
  });
}

function* faultsOf(
  { where, codes, start, end }: Silencing,
  known: ReadonlySet<string>,
  nearest: (code: string) => string | undefined,
): Generator<Finding> {
  if (where === 'unknown') {
    const message =
      'Nothing is silenced so. Write kubeconfig-exec-disable, kubeconfig-exec-disable-line or kubeconfig-exec-disable-next-line.';
    yield { start, end, message };
    return;
  }
  if (codes.length === 0) {
    yield {
      start,
      end,
      message: 'This silences nothing. Add the code of a check, as it stands at each finding.',
    };
  }
  for (const { code, ...place } of codes) {
    if (known.has(code)) continue;
    const near = nearest(code);
    const name = code.length > 60 ? `${code.slice(0, 60)}…` : code;
    yield {
      ...place,
      message: near
        ? `There is no check "${name}". Write ${near}.`
        : `There is no check "${name}". Use the code that stands at the finding.`,
      fixes: () => (near ? fix('safe', `Write "${near}"`, [{ ...place, newText: near }]) : []),
    };
  }
}

/** The code that is meant. Only for the first few: whoever wrote more has another language in mind. */
function nearestIn(known: ReadonlySet<string>): (code: string) => string | undefined {
  let left = 20;
  return (code) => (left-- > 0 && code.length <= 60 ? nearName(code, [...known]) : undefined);
}
