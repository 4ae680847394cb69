import type { LocatedDocument } from '../document/located-document';
import type { RuleFinding } from './check';

/**
 * Tells what can be relied on in a text whose structure is broken, as it is half the time while one
 * types: what stands above the broken line, and does not miss what may come below it.
 */
export function reliableIn(document: LocatedDocument): (found: RuleFinding) => boolean {
  const fault = document.faults.find(({ breaks }) => breaks);
  if (!fault) return () => true;
  const line = document.text.lastIndexOf('\n', fault.start - 1) + 1;
  return ({ rule, finding }) => {
    const { entry, start, end, message } = finding;
    // The first is kubectl's, wherever it stands.
    if (rule.code === 'syntax') {
      const kept = [document.faults[0], fault];
      return start < fault.start || kept.some((each) => each?.start === start && each.message === message);
    }
    if (rule.looksAt === 'references') return false;
    // What an entry lacks may still come as long as it goes on.
    const whole = rule.looksAt === 'entry' || rule.looksAt === 'environment';
    return (entry?.base ?? 0) + (whole && entry ? entry.node.end : end) <= line;
  };
}
