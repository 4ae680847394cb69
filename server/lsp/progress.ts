import { type CancellationToken, CancellationTokenSource, type Connection } from 'vscode-languageserver/node';
import { withoutLinks } from '../without-links';

/**
 * Runs something that takes its time and that the user may cancel where the client shows progress; `token` is the
 * way of the request to cancel it. Nothing waits for the client.
 */
export async function withProgress<R>(
  connection: Connection,
  title: string,
  token: CancellationToken,
  run: (token: CancellationToken) => Promise<R>,
): Promise<R> {
  const stop = new CancellationTokenSource();
  const cancel = () => stop.cancel();
  if (token.isCancellationRequested) cancel();
  token.onCancellationRequested(cancel);
  const shown = connection.window.createWorkDoneProgress().then(
    (progress) => {
      progress.begin(withoutLinks(title), undefined, undefined, true);
      progress.token.onCancellationRequested(cancel);
      return progress;
    },
    // A run without progress is as good.
    () => undefined,
  );
  try {
    return await run(stop.token);
  } finally {
    void shown.then((progress) => progress?.done());
  }
}
