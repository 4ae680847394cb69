import path from 'node:path';
import * as vscode from 'vscode';
import { type Choices, type Facts, withOverride } from './choices';
import { back, type Item, pickOne } from './steps';

type Answer = { readonly cwd: string | undefined } | 'browse';

/** Lets the user choose the folder to run in. */
export async function chooseFolder(title: string, choices: Choices, facts: Facts): Promise<Choices> {
  const { cwd: chosen } = choices.overrides;
  const known = new Map<string, string>();
  for (const { uri, name } of vscode.workspace.workspaceFolders ?? [])
    known.set(uri.fsPath, `workspace folder ${name}`);
  known.set(path.dirname(vscode.Uri.parse(facts.uri).fsPath), 'the folder of the kubeconfig');
  if (chosen !== undefined && !known.has(chosen)) known.set(chosen, '');
  known.delete(facts.lists.cwd);
  const items: Item<Answer>[] = [
    {
      label: facts.lists.cwd,
      description: 'the default',
      value: { cwd: undefined },
    },
    ...[...known].map(([cwd, description]) => ({ label: cwd, description, value: { cwd } })),
    { label: '$(folder-opened) Another folder…', value: 'browse', alwaysShow: true },
  ];
  const isActive = ({ value }: Item<Answer>) => typeof value === 'object' && value.cwd === chosen;
  const placeholder = 'Folder to run the plugin in';
  const active = items.find(isActive);
  const answer = await pickOne({ title, placeholder, items, active, canGoBack: true });
  if (answer === undefined || answer === back) return choices;
  if (answer !== 'browse') return withOverride(choices, answer);
  const [folder] = (await vscode.window.showOpenDialog(dialog)) ?? [];
  return folder ? withOverride(choices, { cwd: folder.fsPath }) : choices;
}

const dialog: vscode.OpenDialogOptions = {
  title: 'Folder to Run the Plugin in',
  openLabel: 'Run Here',
  canSelectFolders: true,
  canSelectFiles: false,
};
