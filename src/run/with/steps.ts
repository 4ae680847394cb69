import * as vscode from 'vscode';

export interface Item<T> extends vscode.QuickPickItem {
  /** What is picked with it; none: a line between others. */
  readonly value?: T;
  /** What its button stands for. */
  readonly button?: T;
}

export interface Step<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Item<T>[];
  /** The item that is chosen at present. */
  readonly active?: Item<T> | undefined;
  readonly canGoBack: boolean;
}

export const back = Symbol('back');

/** `undefined`: the list was left with Escape. It stays when the focus goes elsewhere, to look something up. */
export function pickOne<T>({
  title,
  placeholder,
  items,
  active,
  canGoBack,
}: Step<T>): Promise<T | typeof back | undefined> {
  const pick = vscode.window.createQuickPick<Item<T>>();
  Object.assign(pick, { title, placeholder, items, ignoreFocusOut: true, matchOnDescription: true });
  if (canGoBack) pick.buttons = [vscode.QuickInputButtons.Back];
  if (active) pick.activeItems = [active];
  return shown(pick, (answer) => {
    pick.onDidAccept(() => {
      const value = pick.selectedItems[0]?.value;
      if (value !== undefined) answer(value);
    });
    pick.onDidTriggerItemButton(({ item: { button } }) => {
      if (button !== undefined) answer(button);
    });
    pick.onDidTriggerButton(() => answer(back));
  });
}

export interface Question {
  readonly title: string;
  readonly prompt: string;
  /** Nobody is to see what is typed. */
  readonly hidden?: true;
  /** Words on what is wrong with a text. */
  readonly refuse?: (text: string) => string | undefined;
}

/** `undefined`: it was left, with Escape or Back. */
export async function enter({ title, prompt, hidden, refuse }: Question): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  const buttons = [vscode.QuickInputButtons.Back];
  Object.assign(box, { title, prompt, password: hidden === true, ignoreFocusOut: true, buttons });
  const answered = await shown<string>(box, (answer) => {
    box.onDidChangeValue((text) => {
      box.validationMessage = refuse?.(text);
    });
    box.onDidAccept(() => {
      box.validationMessage = refuse?.(box.value);
      if (box.validationMessage === undefined) answer(box.value);
    });
    box.onDidTriggerButton(() => answer(back));
  });
  return answered === back ? undefined : answered;
}

function shown<T>(
  input: vscode.QuickInput,
  listen: (answer: (value: T | typeof back) => void) => void,
): Promise<T | typeof back | undefined> {
  return new Promise((resolve) => {
    listen((value) => {
      resolve(value);
      input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(undefined);
    });
    input.show();
  });
}
