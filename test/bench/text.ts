import type { Position } from 'vscode-languageserver/node';

/** Of a UTF-16 offset in a text with line feeds. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - start };
}
