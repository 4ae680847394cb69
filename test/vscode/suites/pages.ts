import * as vscode from 'vscode';

export interface Page {
  readonly panel: vscode.WebviewPanel;
  /** What the extension has posted to it, the last one last. */
  readonly posted: readonly unknown[];
  /** As if the page had sent it. */
  send(message: unknown): Promise<void>;
}

type Create = typeof vscode.window.createWebviewPanel;
type Listener = (message: unknown) => unknown;

/**
 * Notes what is posted to each page that is opened from now on, and lets a test send as the page does. The pages are
 * true ones, which send, too. Works because tests are given the same API object as the extension.
 */
export function spyOnPages(): { readonly opened: readonly Page[]; restore(): void } {
  const api = vscode.window as unknown as { createWebviewPanel: Create };
  const original = api.createWebviewPanel;
  const opened: Page[] = [];
  api.createWebviewPanel = (...args: Parameters<Create>) => {
    const real = original(...args);
    const posted: unknown[] = [];
    const listeners: Listener[] = [];
    const webview = facade(real.webview, {
      postMessage: (message: unknown) => {
        posted.push(message);
        return real.webview.postMessage(message);
      },
      onDidReceiveMessage: (listener: Listener) => {
        listeners.push(listener);
        return real.webview.onDidReceiveMessage(listener);
      },
    });
    const panel = facade(real, { webview });
    const send = async (message: unknown) => {
      for (const listener of listeners) await listener(message);
    };
    opened.push({ panel, posted, send });
    return panel;
  };
  return {
    opened,
    restore: () => {
      api.createWebviewPanel = original;
    },
  };
}

/** The object, with some members replaced. Its own work on the object itself: it has private fields. */
function facade<T extends object>(object: T, replaced: Partial<Record<keyof T, unknown>>): T {
  return new Proxy(object, {
    get: (_target, name) => {
      if (Object.hasOwn(replaced, name)) return replaced[name as keyof T];
      const value: unknown = Reflect.get(object, name, object);
      return typeof value === 'function' ? value.bind(object) : value;
    },
    set: (_target, name, value) => Reflect.set(object, name, value, object),
  });
}
