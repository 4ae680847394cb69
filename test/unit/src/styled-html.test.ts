import assert from 'node:assert/strict';
import { test } from 'node:test';
import { styledHtml } from '../../../src/run/styled-html';

test('a text in colours is escaped, and its classes are ours', () => {
  const styles = [
    { start: 0, end: 3, foreground: 'red', bold: true },
    { start: 4, end: 5, background: '#010203' },
  ] as const;
  assert.equal(
    styledHtml('<a> & b', styles),
    '<span class="bold fg-red">&lt;a&gt;</span> <span class="" data-bg="#010203">&amp;</span> b',
  );
});

test('inverse exchanges the colours, also where one is not named', () => {
  const styles = [
    { start: 0, end: 1, foreground: 'red', background: '#010203', inverse: true },
    { start: 1, end: 2, foreground: 'blue', inverse: true },
  ] as const;
  assert.equal(
    styledHtml('ab', styles),
    '<span class="inverse bg-red" data-fg="#010203">a</span><span class="inverse bg-blue">b</span>',
  );
});

test('a colour changes nothing in the text', () => {
  const text = 'one <two> & "three"';
  const styles = [3, 7, 12].map((start) => ({ start, end: start + 4, foreground: 'green' }) as const);
  assert.equal(styledHtml(text, styles).replace(/<[^>]*>/g, ''), styledHtml(text));
});
