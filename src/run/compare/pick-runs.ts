import * as vscode from 'vscode';
import { byStart } from '../by-start';
import type { Run } from '../history';
import { plainLabel } from '../plain-label';
import { sideOf } from './side';

interface Item extends vscode.QuickPickItem {
  readonly run: Run;
}

/**
 * Asks which two of the runs to compare; the one that began first comes first. `chosen`: those that are picked when the list
 * opens. To pick a third one lets go of the one that was picked first.
 */
export function pickRuns(
  runs: readonly Run[],
  chosen: readonly Run[],
): Promise<readonly [Run, Run] | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const items = byStart(runs).map(itemOf).reverse();
  pick.title = 'Compare Exec Plugin Runs';
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  let selected = items.filter(({ run }) => chosen.includes(run));
  const show = () => {
    pick.selectedItems = selected;
    pick.placeholder = [
      'Select two runs',
      'Select one more run',
      'Two runs, newest first: Enter compares them',
    ][selected.length];
  };
  show();
  return new Promise((resolve) => {
    pick.onDidChangeSelection((now) => {
      if (isSame(now, selected)) return;
      const kept = selected.filter((item) => now.includes(item));
      const added = now.filter((item) => !selected.includes(item));
      selected = [...kept, ...added].slice(-2);
      show();
    });
    pick.onDidAccept(() => {
      const [one, other] = byStart(selected.map(({ run }) => run));
      if (!one || !other) return;
      resolve([one, other]);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(undefined);
    });
    pick.show();
  });
}

function itemOf(run: Run): Item {
  const { name, place, verdict, at } = sideOf(run.report);
  return { label: plainLabel(name), description: plainLabel(place), detail: `${verdict} · ${at}`, run };
}

function isSame(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((item) => others.includes(item));
}
