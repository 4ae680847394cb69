import type { Transport } from './transport';

/** What a worker's scope has for the page that has started it. */
interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}

export function workerScope(scope: Scope): Transport {
  return {
    listen(client) {
      scope.onmessage = ({ data }) => client.message(data);
    },
    send: (message) => scope.postMessage(message),
  };
}
