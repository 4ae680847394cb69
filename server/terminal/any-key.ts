/** What was typed before the words could be read is meant for the plugin. */
const typedBeforeMs = 500;

/** Waits until a key is pressed, or the terminal is gone. Without a terminal there is nothing to wait for. */
export function anyKey(): Promise<void> {
  const { stdin } = process;
  if (!stdin.isTTY) return Promise.resolve();
  const start = performance.now();
  stdin.setRawMode(true);
  return new Promise((resolve) => {
    const done = () => {
      stdin.pause();
      resolve();
    };
    stdin.on('data', () => {
      if (performance.now() - start > typedBeforeMs) done();
    });
    stdin.once('error', done).once('end', done);
  });
}
