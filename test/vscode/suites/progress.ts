import * as vscode from 'vscode';

export interface SeenProgress {
  readonly title: string;
  over: boolean;
}

/** Notes every progress that is shown, in its order. Works for the reason that `answerMessages` gives. */
export function spyOnProgress(onShow: (title: string) => void = () => {}): {
  readonly shown: readonly SeenProgress[];
  restore(): void;
} {
  const api = vscode.window as { withProgress: typeof vscode.window.withProgress };
  const original = api.withProgress;
  const shown: SeenProgress[] = [];
  api.withProgress = async (options, task) => {
    const seen = { title: options.title ?? '', over: false };
    shown.push(seen);
    const result = original(options, task);
    onShow(seen.title);
    try {
      return await result;
    } finally {
      seen.over = true;
    }
  };
  const restore = () => {
    api.withProgress = original;
  };
  return { shown, restore };
}
