import { kubercGroup } from '../schema/kuberc';
import { LocatedDocument } from './located-document';

type Faults = LocatedDocument['faults'];

/**
 * kubectl's preferences. Of several YAML documents kubectl uses the first that it can decode (kubectl,
 * `decodePreference`); where it can decode none, the first is taken, to say what is wrong with it.
 */
export function readKuberc(text: string, faults: Faults = []): LocatedDocument {
  const parts = partsOf(text);
  let first: LocatedDocument | undefined;
  for (const part of parts) {
    const document = new LocatedDocument('kuberc', part, faults);
    if (parts.length === 1 || isUsable(document)) return document;
    first ??= document;
  }
  return first ?? new LocatedDocument('kuberc', text, faults);
}

/** Whether kubectl can decode it, whatever it then thinks of it. */
export function isUsable(document: LocatedDocument): boolean {
  const version = document.entry<string>('apiVersion')?.decoded.value;
  return (
    document.faults.length === 0 &&
    document.entry<string>('kind')?.decoded.value === 'Preference' &&
    (version === `${kubercGroup}/v1beta1` || version === `${kubercGroup}/v1alpha1`) &&
    [...document.entries()].every(({ decoded }) => decoded.faults.length === 0)
  );
}

/** The YAML documents, each with blanks in the place of those before it, so that its offsets are those of the text. */
function partsOf(text: string): string[] {
  const marks = [...text.matchAll(/^---[ \t]*(?:#.*)?\r?$/gm)].map(({ index }) => index);
  const starts = [0, ...marks.filter((mark) => mark > 0)];
  return starts
    .map((start, index) => ({ start, part: text.slice(start, starts[index + 1] ?? text.length) }))
    .filter(({ part }) => /[^\s-]/.test(part.replace(/^---|^\s*#.*/gm, '')))
    .map(({ start, part }) => text.slice(0, start).replace(/[^\r\n]/g, ' ') + part);
}
