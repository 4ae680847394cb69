import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './waiting';

type Pick = vscode.QuickPick<vscode.QuickPickItem>;
type Input = Pick | vscode.InputBox;

interface Shown {
  readonly input: Input;
  hidden: boolean;
  /** What VS Code says is active, not what it was asked for. */
  active: readonly vscode.QuickPickItem[];
}

/**
 * Answers the lists and boxes that the extension shows, in VS Code's own: each is waited for, and accepted or left as with a
 * key. Works for the reason that `answerMessages` gives.
 */
export function answerInputs() {
  const api = vscode.window as unknown as Record<'createQuickPick' | 'createInputBox', () => Input>;
  const { createQuickPick, createInputBox } = api;
  const all: Shown[] = [];
  const recorded = (create: () => Input) => () => {
    const input = create();
    const shown: Shown = { input, hidden: false, active: [] };
    if ('items' in input) {
      input.onDidChangeActive((items) => {
        shown.active = items;
      });
    }
    input.onDidHide(() => {
      shown.hidden = true;
    });
    all.push(shown);
    return input;
  };
  api.createQuickPick = recorded(createQuickPick);
  api.createInputBox = recorded(createInputBox);

  const latest = <I extends Input>(title: RegExp, fits: (input: Input) => input is I) =>
    eventually(`a question with the title ${title}`, () => {
      const shown = all.at(-1);
      return shown && !shown.hidden && title.test(shown.input.title ?? '') && fits(shown.input)
        ? { shown, input: shown.input }
        : undefined;
    });
  const end = async ({ shown }: { shown: Shown }, command: string) => {
    await vscode.commands.executeCommand(command);
    await eventually('the end of a question', () => shown.hidden);
  };

  return {
    /** The lines of the list that is shown. */
    async items(title: RegExp): Promise<readonly vscode.QuickPickItem[]> {
      return (await latest(title, isPick)).input.items;
    },
    async pick(title: RegExp, label: RegExp): Promise<void> {
      const { shown, input } = await latest(title, isPick);
      const item = input.items.find((each) => label.test(each.label));
      assert.ok(item, `${label} in ${input.items.map((each) => each.label).join(', ')}`);
      // VS Code does not tell again of what was active from the beginning.
      if (input.activeItems[0] !== item) {
        input.activeItems = [item];
        await eventually(`${label} is active`, () => shown.active[0] === item);
      }
      await end({ shown }, 'workbench.action.acceptSelectedQuickOpenItem');
    },
    /** Whatever is selected already. */
    async accept(title: RegExp): Promise<readonly vscode.QuickPickItem[]> {
      const { shown, input } = await latest(title, isPick);
      const { selectedItems } = input;
      await end({ shown }, 'workbench.action.acceptSelectedQuickOpenItem');
      return selectedItems;
    },
    /** Answers whether what was typed was hidden. */
    async enter(title: RegExp, text: string): Promise<boolean> {
      const { shown, input } = await latest(title, isBox);
      input.value = text;
      const { password } = input;
      await end({ shown }, 'workbench.action.acceptSelectedQuickOpenItem');
      return password;
    },
    async escape(title: RegExp): Promise<void> {
      await end(await latest(title, isInput), 'workbench.action.closeQuickOpen');
    },
    async back(title: RegExp): Promise<void> {
      await end(await latest(title, isInput), 'workbench.action.quickInputBack');
    },
    restore(): void {
      Object.assign(api, { createQuickPick, createInputBox });
    },
  };
}

const isPick = (input: Input): input is Pick => 'items' in input;
const isBox = (input: Input): input is vscode.InputBox => 'password' in input;
const isInput = (_input: Input): _input is Input => true;
