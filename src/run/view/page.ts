import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { resultBody, runChooser } from './body';
import { lifeAt } from './life';
import { paint } from './paint';
import type { PageMessage, Shown } from './shown';

/** What VS Code gives to a page. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const [nav, main] = ['nav', 'main'].map((name) => document.querySelector(name)) as [HTMLElement, HTMLElement];
let shownId: number | undefined;
/** What is said of the run, as JSON. */
let said = '';
/** Titles of the sections that the user has closed; they stay so from run to run. */
const closed = new Set<string>();
/** How far the clock where the report was made is ahead of this one, in milliseconds. */
let ahead = 0;

window.addEventListener('message', ({ data }: MessageEvent<PageMessage>) => {
  if (data?.type !== 'show') return;
  host.setState(data.state);
  show(data.shown);
});
main.addEventListener('click', ({ target }) => ask(target));
// These do not bubble.
nav.addEventListener('change', ({ target }) => choose(target), true);
main.addEventListener('toggle', ({ target }) => noteToggle(target), true);
setInterval(tick, 1000);
host.postMessage({ type: 'ready' });

function show(shown: Shown): void {
  const focused = document.activeElement?.id;
  ahead = shown.now - Date.now();
  nav.innerHTML = runChooser(shown);
  // There may only be another run to choose: what is unfolded or marked stays so.
  const saying = JSON.stringify([shown.description, shown.can]);
  if (saying !== said) renew(shown);
  said = saying;
  if (shownId !== shown.id) {
    window.scrollTo(0, 0);
    say(shown.description.headline);
  }
  shownId = shown.id;
  // A button can be focused once it has drawn itself.
  if (focused) requestAnimationFrame(() => document.getElementById(focused)?.focus());
}

function renew(shown: Shown): void {
  main.innerHTML = resultBody(shown);
  for (const section of main.querySelectorAll<HTMLDetailsElement>('details.section')) {
    section.open = !closed.has(section.dataset['title'] ?? '');
  }
  paint(main);
  tick();
}

/** What was pressed; the extension holds the report, this page only says which part of it is meant. */
function ask(target: EventTarget | null): void {
  const control = (target as Element | null)?.closest<HTMLElement>('[data-request]');
  if (!control) return;
  const { request: type, finding, pointer } = control.dataset;
  host.postMessage({
    type,
    ...(finding !== undefined && { finding: Number(finding) }),
    ...(pointer !== undefined && { pointer }),
  });
}

function choose(target: EventTarget | null): void {
  const { id, value } = target as HTMLSelectElement;
  if (id === 'runs') host.postMessage({ type: 'select', run: Number(value) });
}

function noteToggle(target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement) || !target.isConnected) return;
  const title = target.dataset['title'];
  if (title === undefined) return;
  if (target.open) closed.delete(title);
  else closed.add(title);
}

/** Lets the bar of the remaining life move, and says it once when it is over. */
function tick(): void {
  const bar = main.querySelector<HTMLElement>('.life');
  if (!bar) return;
  const life = { from: Number(bar.dataset['from']), until: Number(bar.dataset['until']) };
  const { text, percent, state } = lifeAt(life, Date.now() + ahead);
  const ended = state === 'expired' && !bar.classList.contains('expired');
  bar.className = `life ${state}`;
  setText(bar.querySelector('.left'), text);
  bar.querySelector('vscode-progress-bar')?.setAttribute('value', String(percent));
  if (ended) say('The credential has expired.');
}

/** To those who listen. */
function say(text: string): void {
  setText(document.querySelector('body > [role=status]'), text);
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
