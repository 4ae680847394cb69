// The buttons of the result view. The extension holds the report; this page only says what was pressed.
const host = acquireVsCodeApi();
for (const button of document.querySelectorAll('button[data-request]')) {
  const { request: type, finding } = button.dataset;
  button.addEventListener('click', () => host.postMessage({ type, finding: Number(finding) }));
}

// Colours that are none of the theme's: a policy forbids styles in the text of this page.
for (const part of document.querySelectorAll('[data-fg], [data-bg]')) {
  part.style.color = part.dataset.fg ?? '';
  part.style.backgroundColor = part.dataset.bg ?? '';
}
