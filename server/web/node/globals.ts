/** What Node.js has without an import, for a browser; the bundler puts it where it is used. */
export { Buffer } from 'buffer/';

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener('message', () => waiting.shift()?.());
channel.port1.start();

/** After the messages that have arrived, and without the wait that browsers add to nested timers. */
export function setImmediate(act: () => void): void {
  waiting.push(act);
  channel.port2.postMessage(null);
}
