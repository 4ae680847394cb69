import { type Cursor, isBlank, isBlankOrEnd, isBreakOrEnd, isWord, type Mark, YamlFault } from './cursor';

/** The name of an anchor or alias, from its `&` or `*`. */
export function scanAnchor(cursor: Cursor): string {
  const start = cursor.mark;
  cursor.skip();
  const name = word(cursor);
  const next = cursor.peek();
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(next))) {
    fail('did not find expected alphabetic or numeric character', cursor, start);
  }
  return name;
}

/** The handle of a tag, such as `!!`; empty for a verbatim one. */
export function scanTag(cursor: Cursor): string {
  const start = cursor.mark;
  let handle = '';
  if (cursor.peek(1) === '<') {
    cursor.skip();
    cursor.skip();
    scanUri(cursor, start, false);
    if (cursor.peek() !== '>') fail("did not find the expected '>'", cursor, start);
    cursor.skip();
  } else {
    handle = scanHandle(cursor, start, false);
    const complete = handle.length > 1 && handle.endsWith('!');
    scanUri(cursor, start, !complete);
    if (!complete) handle = '!';
  }
  if (!isBlankOrEnd(cursor.peek())) fail('did not find expected whitespace or line break', cursor, start);
  return handle;
}

function scanHandle(cursor: Cursor, start: Mark, directive: boolean): string {
  if (cursor.peek() !== '!') fail("did not find expected '!'", cursor, start);
  cursor.skip();
  let handle = `!${word(cursor)}`;
  if (cursor.peek() === '!') {
    cursor.skip();
    handle += '!';
  } else if (directive && handle !== '!') {
    fail("did not find expected '!'", cursor, start);
  }
  return handle;
}

/** `optional`: the handle that was read before may be all there is. */
function scanUri(cursor: Cursor, start: Mark, optional: boolean): void {
  let length = 0;
  while (/^[0-9A-Za-z_\-;/?:@&=+$,.!~*'()[\]%]$/.test(cursor.peek())) {
    if (cursor.peek() === '%') scanUriEscape(cursor, start);
    else cursor.skip();
    length++;
  }
  if (length === 0 && !optional) fail('did not find expected tag URI', cursor, start);
}

function scanUriEscape(cursor: Cursor, start: Mark): void {
  const octet = cursor.text.slice(cursor.offset, cursor.offset + 3);
  if (!/^%[0-9A-Fa-f]{2}$/.test(octet)) fail('did not find URI escaped octet', cursor, start);
  for (let left = 3; left > 0; left--) cursor.skip();
}

export type Directive =
  | { readonly kind: 'version-directive'; readonly text: string }
  | { readonly kind: 'tag-directive'; readonly text: string };

export function scanDirective(cursor: Cursor): Directive {
  const start = cursor.mark;
  cursor.skip();
  const name = word(cursor);
  if (name === '') fail('could not find expected directive name', cursor, start);
  if (!isBlankOrEnd(cursor.peek())) fail('found unexpected non-alphabetical character', cursor, start);
  let directive: Directive;
  if (name === 'YAML') directive = { kind: 'version-directive', text: scanVersion(cursor, start) };
  else if (name === 'TAG') directive = { kind: 'tag-directive', text: scanTagDirective(cursor, start) };
  else fail('found unknown directive name', cursor, start);
  cursor.skipWhile(isBlank);
  if (cursor.peek() === '#') cursor.toLineEnd();
  if (!isBreakOrEnd(cursor.peek())) fail('did not find expected comment or line break', cursor, start);
  if (!cursor.atEnd) cursor.skipLine();
  return directive;
}

function scanVersion(cursor: Cursor, start: Mark): string {
  cursor.skipWhile(isBlank);
  const major = scanVersionNumber(cursor, start);
  if (cursor.peek() !== '.') fail("did not find expected digit or '.' character", cursor, start);
  cursor.skip();
  return `${major}.${scanVersionNumber(cursor, start)}`;
}

function scanVersionNumber(cursor: Cursor, start: Mark): number {
  const from = cursor.offset;
  while (/\d/.test(cursor.peek())) {
    if (cursor.offset - from >= 2) fail('found extremely long version number', cursor, start);
    cursor.skip();
  }
  if (cursor.offset === from) fail('did not find expected version number', cursor, start);
  return Number(cursor.text.slice(from, cursor.offset));
}

/** The handle that is defined. */
function scanTagDirective(cursor: Cursor, start: Mark): string {
  cursor.skipWhile(isBlank);
  const handle = scanHandle(cursor, start, true);
  if (!isBlank(cursor.peek())) fail('did not find expected whitespace', cursor, start);
  cursor.skipWhile(isBlank);
  scanUri(cursor, start, false);
  if (!isBlankOrEnd(cursor.peek())) fail('did not find expected whitespace or line break', cursor, start);
  return handle;
}

function word(cursor: Cursor): string {
  const from = cursor.offset;
  cursor.skipWhile(isWord);
  return cursor.text.slice(from, cursor.offset);
}

function fail(problem: string, cursor: Cursor, context: Mark): never {
  throw new YamlFault(problem, cursor.mark, context, 'scanner');
}
