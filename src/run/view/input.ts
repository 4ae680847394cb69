import type { Input } from '../../../server/describe-report';
import { type Html, html } from './html';
import { type JsonLine, jsonLines } from './json-lines';

/** Of a longer line, such as one with a certificate authority, the rest is folded. */
const mostCharacters = 200;
const shownOfLong = 72;

/** What the plugin was given, each value with the way to the line that it comes from. */
export function inputText({ value, sources }: Input): Html {
  const places = new Map(sources.map(({ pointer, at }) => [pointer, at]));
  const lines = jsonLines(value).map((line) => inputLine(line, places.get(line.pointer ?? '-')));
  return html`<div class="code input" tabindex="0" role="group" aria-label="KUBERNETES_EXEC_INFO">${lines}</div>`;
}

function inputLine({ text, pointer }: JsonLine, at: string | undefined): Html {
  const link =
    at !== undefined &&
    html`<button type="button" class="link" id="source${pointer}" data-request="goTo" data-pointer="${pointer}" title="Go to ${at} of the kubeconfig">${at}</button>`;
  return html`<div class="line"><span class="text" data-indent="${text.search(/\S/)}">${lineText(text)}</span>${link}</div>`;
}

function lineText(text: string): Html {
  if (text.length <= mostCharacters) return html`${text}`;
  const start = text.slice(0, shownOfLong);
  return html`<details><summary><span class="excerpt">${start}… </span>${text.length.toLocaleString('en')} characters</summary>${text}</details>`;
}
