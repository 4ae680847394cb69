// The buttons of the result view. The extension holds the report; this page only says what was pressed.
const host = acquireVsCodeApi();
for (const button of document.querySelectorAll('button[data-request]')) {
  const { request: type, finding } = button.dataset;
  button.addEventListener('click', () => host.postMessage({ type, finding: Number(finding) }));
}
