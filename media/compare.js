// The buttons of the comparison. The extension holds the runs; this page only says what was pressed.
const host = acquireVsCodeApi();
for (const button of document.querySelectorAll('button[data-request]')) {
  button.addEventListener('click', () => host.postMessage(button.dataset.request));
}

const equal = document.getElementById('equal');
const fold = () => document.body.classList.toggle('all', equal.checked);
equal.checked = host.getState()?.equal === true;
equal.addEventListener('change', () => {
  host.setState({ equal: equal.checked });
  fold();
});
fold();
