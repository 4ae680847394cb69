import * as vscode from 'vscode';

export interface Message {
  readonly text: string;
  readonly modal: boolean;
  readonly detail: string;
}

type Show = (message: string, ...rest: unknown[]) => Thenable<unknown>;

const kinds = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/**
 * Records every message the extension shows and answers modal ones with their first button, or by Escape: VS Code refuses to
 * show a modal dialog while extension tests run. Works because tests below the extension's folder are given
 * the same API object as the extension.
 */
export function answerMessages(answer: 'first' | 'escape' = 'first'): {
  readonly shown: readonly Message[];
  restore(): void;
} {
  const shown: Message[] = [];
  const api = vscode.window as unknown as Record<(typeof kinds)[number], Show>;
  const originals = kinds.map((kind) => [kind, api[kind]] as const);
  for (const kind of kinds) {
    api[kind] = async (text, ...rest) => {
      const [first] = rest;
      const options = isOptions(first) ? first : {};
      const items = isOptions(first) ? rest.slice(1) : rest;
      shown.push({ text, modal: options.modal ?? false, detail: options.detail ?? '' });
      return options.modal && answer === 'first' ? items[0] : undefined;
    };
  }
  return {
    shown,
    restore: () => {
      for (const [kind, original] of originals) {
        api[kind] = original;
      }
    },
  };
}

/** Options come before the buttons; a button is a string or has a title. */
function isOptions(value: unknown): value is vscode.MessageOptions {
  return typeof value === 'object' && value !== null && !('title' in value);
}
