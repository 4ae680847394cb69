import { LocatedDocument } from './located-document';

/**
 * The YAML document of a kuberc that an offset is in, whichever of them kubectl uses. The others are blank in it, so
 * that its offsets are those of the text.
 */
export function kubercAt(text: string, offset: number): LocatedDocument {
  const marks = [...text.matchAll(/^---(?=[ \t]*(?:#.*)?\r?$)/gm)].map(({ index }) => index);
  const start = marks.findLast((mark) => mark + 3 <= offset) ?? 0;
  const end = marks.find((mark) => mark > start && mark > 0) ?? text.length;
  const before = text.slice(0, start).replace(/[^\r\n]/g, ' ');
  return new LocatedDocument('kuberc', before + text.slice(start, end));
}
