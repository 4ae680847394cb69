import type { LoadFault } from '../../document/fault';
import type { Edit } from '../../edits/edit';
import { nextLine } from '../../edits/lines';
import type { Candidate } from './syntax-candidate';
import { lineAt } from './text-lines';

/** Faults of single characters, words or values: what to write instead is plain. */
export function valueCandidates(text: string, fault: LoadFault, problem: string): Candidate[] {
  const { start, end } = fault;
  if (problem === 'control characters are not allowed') return [withoutControls(text)];
  if (/^found (?:incompatible YAML document|unknown directive name)/.test(problem)) {
    const line = lineAt(text, start);
    return [
      {
        title: 'Remove this line',
        edits: [{ start: line.start, end: nextLine(text, line.end), newText: '' }],
      },
    ];
  }
  if (/^unknown anchor|alphabetic or numeric character$/.test(problem)) return [quotedValue(text, start)];
  if (problem === 'found unknown escape character') return [escapes(text)];
  if (problem === 'found invalid Unicode character escape code') return [surrogates(text)];
  if (/^(?:json: unsupported value|yaml: cannot decode|cannot decode|!!binary)/.test(problem)) {
    return [quotedText(text, start, end)];
  }
  if (/^unsupported map key/.test(problem)) return [withoutKey(text, start), quotedKey(text, start, end)];
  if (!/^invalid map key/.test(problem)) return [];
  // `{{ name }}` of a template.
  const template = text[start - 1] === '{' ? [quotedValue(text, start - 1)] : [];
  return [...template, quotedKey(text, start, end)];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/gu;

function withoutControls(text: string): Candidate {
  const edits = [...text.matchAll(controls)].map(({ index, 0: found }) =>
    removal(index, index + found.length),
  );
  return { title: 'Remove the control characters', edits };
}

function removal(start: number, end: number): Edit {
  return { start, end, newText: '' };
}

/** The rest of a line from an offset, or up to the comma or bracket that ends it, in single quotes. */
export function quotedValue(text: string, start: number): Candidate {
  const rest = text.slice(start, lineAt(text, start).end);
  const inFlow = /[[{,]\s*(?:[\w-]+\s*:)?\s*$/.test(text.slice(lineAt(text, start).start, start));
  const value = (inFlow ? /^[^,\]}]*/ : /^.*?(?=\s+#|\s*$)/).exec(rest)?.[0].trimEnd() ?? '';
  return quotedText(text, start, start + value.length);
}

export function quotedText(text: string, start: number, end: number): Candidate {
  const value = text.slice(start, end);
  // Quotes around quotes are never meant.
  if (/^["']|^$/.test(value)) return { title: '', edits: [] };
  const newText = `'${value.replaceAll("'", "''")}'`;
  return { title: 'Put the value in quotes', edits: [{ start, end, newText }] };
}

const doubleQuoted = /"(?:[^"\\]|\\[\s\S])*"/g;
const knownEscape = /\\(?:[0abt\tnvfre "\\N_LP\r\n]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/y;

/** `\/` is a slash in JSON; where another backslash begins no escape, none of that text does: `"C:\bin\plugin"`. */
function escapes(text: string): Candidate {
  const edits = [...text.matchAll(doubleQuoted)].flatMap(({ index, 0: part }) =>
    backslashes(part).map((edit) => ({ ...edit, start: index + edit.start, end: index + edit.end })),
  );
  const slashes = edits.every(({ newText }) => newText === '/');
  return { title: slashes ? 'Write the slashes without backslashes' : 'Write the backslashes twice', edits };
}

/** What is to be changed in a quoted text. */
function backslashes(part: string): Edit[] {
  const found: { readonly at: number; readonly text: string; readonly known: boolean }[] = [];
  for (let at = part.indexOf('\\'); at >= 0; at = part.indexOf('\\', at)) {
    knownEscape.lastIndex = at;
    const known = knownEscape.exec(part)?.[0];
    const text = known ?? part.slice(at, at + 2);
    found.push({ at, text, known: known !== undefined });
    at += text.length;
  }
  const isPath = found.some(({ known, text }) => !known && text !== '\\/');
  return found.flatMap(({ at, text, known }) => {
    if (text === '\\/') return [{ start: at, end: at + 2, newText: '/' }];
    const kept = known && (!isPath || text === '\\\\' || text === '\\"');
    return kept ? [] : [{ start: at, end: at + 1, newText: '\\\\' }];
  });
}

const pair = /\\u([dD][89abAB][\dA-Fa-f]{2})\\u([dD][c-fC-F][\dA-Fa-f]{2})|\\u[dD][89a-fA-F][\dA-Fa-f]{2}/g;

function surrogates(text: string): Candidate {
  const edits = [...text.matchAll(pair)].map(({ index, 0: found, 1: high, 2: low }) => ({
    start: index,
    end: index + found.length,
    newText:
      high && low ? String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)) : '\ufffd',
  }));
  return { title: 'Write the characters themselves', edits };
}

/** A key that is a list or a mapping, or nothing, as the text that it is written as. */
function quotedKey(text: string, start: number, end: number): Candidate {
  const written = text.slice(start, Math.max(end, start + 1));
  const key = written === ':' ? '' : written.trimEnd();
  return {
    title: 'Put the key in quotes',
    edits: [{ start, end: start + key.length, newText: JSON.stringify(key) }],
  };
}

/** The whole line of a key that is not there. */
function withoutKey(text: string, start: number): Candidate {
  const line = lineAt(text, start);
  const alone = /^\s*(?:(?:~|null)\s*)?:(?:\s|$)/i.test(line.text);
  return { title: 'Remove this line', edits: alone ? [removal(line.start, nextLine(text, line.end))] : [] };
}
