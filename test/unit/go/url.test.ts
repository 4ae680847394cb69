import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRequestUri, parseUrl, printUrl } from '../../../server/go/url';

function printed(text: string): string | undefined {
  const url = parseUrl(text);
  return url && printUrl(url);
}

const rows: readonly (readonly [text: string, printed: string | undefined])[] = [
  ['http://h', 'http://h'],
  ['HTTP://H/P?q#f', 'http://H/P?q#f'],
  ['http://h?', 'http://h?'],
  ['http://h/?', 'http://h/?'],
  ['http://h#', 'http://h'],
  ['http:h:1', 'http:h:1'],
  ['http:/h', 'http:/h'],
  ['http://', 'http:'],
  ['http:///x', 'http:///x'],
  ['//h/x', '//h/x'],
  ['///x', '///x'],
  ['/x', '/x'],
  ['x/y', 'x/y'],
  ['x:y/z', 'x:y/z'],
  ['a b:1', undefined],
  [':x', undefined],
  ['1x:y', undefined],
  ['http://u@h', 'http://u@h'],
  ['http://u:@h', 'http://u:@h'],
  ['http://u:a:b@h', 'http://u:a%3Ab@h'],
  ['http://u:a b@h', undefined],
  ["http://u:!$&'()*+,;=@h", 'http://u:%21$&%27%28%29%2A+,;=@h'],
  ['http://u:%zz@h', undefined],
  ['http://a@b@h', 'http://a%40b@h'],
  ['http://h:x', undefined],
  ['http://h:', 'http://h:'],
  ['http://a b', undefined],
  ['http://a%20b', undefined],
  ['http://a%25b', 'http://a%25b'],
  ['http://[::1', undefined],
  ['http://[::1]x', undefined],
  ['http://h/a%2fb', 'http://h/a%2fb'],
  ['http://h/a b%2f', 'http://h/a%20b/'],
  ['http://h/%', undefined],
  ['http://h/#%', undefined],
  ['http://h/# b', 'http://h/#%20b'],
  ['http://h/\x01', undefined],
];

describe('URLs parsed and printed as Go does', () => {
  for (const [text, expected] of rows) it(JSON.stringify(text), () => assert.equal(printed(text), expected));

  it('a request has no fragment and needs a path or a scheme', () => {
    assert.equal(parseRequestUri('https://h/a#b')?.path, '/a#b');
    assert.deepEqual(
      [parseRequestUri(''), parseRequestUri('h'), parseRequestUri('h/x')],
      [undefined, undefined, undefined],
    );
    assert.equal(parseRequestUri('//h/x')?.host, '');
  });
});
