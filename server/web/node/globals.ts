/** What Node.js has without an import, for a browser; the bundler puts it where it is used. */
export { Buffer } from 'buffer/';

interface Immediate {
  act?: (() => void) | undefined;
}

const channel = new MessageChannel();
const waiting: Immediate[] = [];
channel.port1.addEventListener('message', () => waiting.shift()?.act?.());
channel.port1.start();

/** After the messages that have arrived, and without the wait that browsers add to nested timers. */
export function setImmediate(act: () => void): Immediate {
  const immediate = { act };
  waiting.push(immediate);
  channel.port2.postMessage(null);
  return immediate;
}

export function clearImmediate(immediate: Immediate): void {
  immediate.act = undefined;
}
