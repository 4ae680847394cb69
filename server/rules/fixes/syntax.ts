import type { LoadFault } from '../../document/fault';
import { readGoYaml } from '../../document/go-yaml';
import { isPluginJson, jsonFaults } from '../../document/json-faults';
import type { LocatedDocument } from '../../document/located-document';
import { readDocument } from '../../document/read-document';
import { applyEdits } from '../../edits/edit';
import { fieldsOf } from '../field-walk';
import type { Fix } from '../rule';
import { fix } from './fix';
import type { Candidate } from './syntax-candidate';
import { jsonCandidates } from './syntax-json';
import { structureCandidates } from './syntax-structure';
import { valueCandidates } from './syntax-values';

/** Each guess is read anew, so that a large text gets only the plain ones. */
const longest = 2 ** 17;

const known = new WeakMap<LoadFault, Fix[]>();

/**
 * Guesses at what would make a text readable are tried out; the best is the one that kubectl's reader comes
 * furthest with, and that has the most fields in places where they are known.
 */
export function syntaxFixes(document: LocatedDocument, fault: LoadFault): Fix[] {
  const memo = known.get(fault) ?? bestGuess(document, fault);
  known.set(fault, memo);
  return memo;
}

function bestGuess(document: LocatedDocument, fault: LoadFault): Fix[] {
  const { text } = document;
  const problem = fault.kubectl.replace(/^yaml: (?:line \d+: )?/, '');
  const strict = document.kind !== 'kubeconfig' && isPluginJson(text);
  const leftIn = strict ? leftInJson : leftInYaml;
  const plain = strict ? jsonCandidates(text, fault) : valueCandidates(text, fault, problem);
  const structure = fault.breaks && text.length < longest ? structureCandidates(text, fault) : [];
  const before = leftIn(text);
  const reached = [...plain, ...structure].flatMap((candidate) => {
    const after = applyEdits(text, candidate.edits);
    return after === text ? [] : [{ candidate, after, left: leftIn(after) }];
  });
  // A fault that the reader does not stop at is one of the values: that it is gone is all that can be seen.
  const now = before === 0 ? odditiesIn(document, text) : Number.POSITIVE_INFINITY;
  const better = reached.filter(({ left }) => left < before || (before === 0 && left === 0));
  const nearest = Math.min(...better.map(({ left }) => left));
  const ranked = better
    .filter(({ left }) => left === nearest)
    .map(({ candidate, after }) => ({
      candidate,
      oddities: odditiesIn(document, after) + (candidate.cost ?? 0),
    }))
    .filter(({ oddities }) => oddities < now)
    .toSorted((a, b) => a.oddities - b.oddities);
  const best: Candidate | undefined = ranked[0]?.candidate;
  return best ? fix('repair', best.title, best.edits) : [];
}

/** How much of a text kubectl does not read: behind the place where it gives up, or behind a document in braces. */
function leftInYaml(text: string): number {
  const found = readGoYaml(text);
  if ('problem' in found) return Math.max(1, text.length - found.offset);
  const rest = text.slice(found.end);
  return /^\s*(?:---|\.\.\.|#|$)/.test(rest) ? 0 : rest.length;
}

/** The same for Go's JSON parser, which reads what is no kubeconfig. */
function leftInJson(text: string): number {
  const [fault] = jsonFaults(text);
  return fault ? Math.max(1, text.length - fault.start) : 0;
}

/** Faults, wrong types, and fields that nobody knows; less for each field in its place. */
function odditiesIn({ kind }: LocatedDocument, text: string): number {
  const document = readDocument(kind, text);
  const fields = [...fieldsOf(document)];
  const known = fields.filter(({ schema }) => schema !== undefined).length;
  const unknown = fields.filter(({ schema, above, name }) => {
    return !schema && !(above.length === 0 && /^(?:kind|apiversion|x-.*)$/i.test(name));
  }).length;
  const wrong = [...document.entries()].reduce((sum, { decoded }) => sum + decoded.faults.length, 0);
  const shadowed = document.fields.filter((field) => field.shadowed).length;
  const lost = document.rootNode ? 100 : 0;
  return 10 * document.faults.length + unknown + wrong + shadowed + lost - known;
}
