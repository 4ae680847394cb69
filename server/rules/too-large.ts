import { editorLimits } from '../document/sizes';
import { kubeconfigLink } from '../schema/links';
import { type DocumentRule, rule } from './rule';

/** In place of all other rules where a document was not read. It can't be switched off: nothing else would be said then. */
export const tooLarge = rule({
  code: 'too-large',
  severity: 'information',
  title: 'The file is too large to be checked',
  link: kubeconfigLink('Config'),
  noFix: 'How to split a file is for its author to say.',
  subject: 'document',
  looksAt: 'file',
  *check({ text }) {
    const size = megabytes(text.length);
    const lineEnd = text.indexOf('\n');
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd, 200);
    const message =
      text.length > editorLimits.text
        ? `This file is too large to check: ${size} MB. Split it, or raise kubeconfigExec.maxFileSize.`
        : `This file is too large to check: ${size} MB in a form of which ${megabytes(editorLimits.unusual)} MB are read. Write it as "kubectl config view --raw" does.`;
    yield { start: 0, end, message };
  },
} satisfies DocumentRule);

function megabytes(characters: number): number {
  return Math.ceil(characters / 1024 / 1024);
}
