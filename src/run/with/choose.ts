import * as vscode from 'vscode';
import { plainLabel } from '../plain-label';
import { type Choices, choiceWords, type Facts, isChanged, nothingChosen } from './choices';
import { chooseFolder } from './folder-step';
import type { LastChoices } from './last-choices';
import { back, type Item, pickOne } from './steps';
import { optionsOf, placeTopics, type Topic, type TopicName, toldTopics } from './topics';
import { askForValues, chooseVariables } from './variables-step';

/** What the user wants once everything is chosen. */
export type Wish =
  | { readonly kind: 'run'; readonly choices: Choices }
  /** To see and edit the ExecCredential first. */
  | { readonly kind: 'edit'; readonly choices: Choices }
  | { readonly kind: 'back'; readonly choices: Choices }
  | { readonly kind: 'left'; readonly choices: Choices };

type Answer = 'run' | 'last' | 'change last' | 'reset' | TopicName;

/** Shows every choice with its present value, until the user runs it or goes. */
export async function choose(
  facts: Facts,
  start: Choices,
  last: LastChoices | undefined,
  canGoBack: boolean,
): Promise<Wish> {
  const title = `Run Exec Plugin With… · ${facts.user || '(no name)'}`;
  let choices = start;
  let at: Answer = 'run';
  for (;;) {
    const items = listOf(choices, facts, last);
    const active = items.find(({ value }) => value === at);
    const placeholder = 'Change what you want, then run; the kubeconfig stays as it is';
    const answer = await pickOne<Answer>({ title, placeholder, items, active, canGoBack });
    if (answer === undefined) return { kind: 'left', choices };
    if (answer === back) return { kind: 'back', choices };
    if (answer === 'run') return { kind: 'run', choices };
    const before = choices;
    if (answer === 'reset') choices = nothingChosen;
    else if (answer === 'last' || answer === 'change last') {
      const whole = last && (await askForValues(title, last));
      if (whole && answer === 'last') return { kind: 'run', choices: whole };
      choices = whole ?? choices;
    } else if (answer === 'execInfo') {
      const edited = await chooseExecInfo(title, choices);
      if (edited === 'edit') return { kind: 'edit', choices };
      choices = edited;
    } else {
      choices = await chooseTopic(title, answer, choices, facts);
    }
    // With one change made, Enter runs.
    at = choices === before ? answer : 'run';
  }
}

function listOf(choices: Choices, facts: Facts, last: LastChoices | undefined): Item<Answer>[] {
  const changed = isChanged(choices);
  const run = choiceWords(choices);
  return [
    { label: '$(play) Run', description: run || 'as the kubeconfig says', value: 'run', alwaysShow: true },
    ...(last && isChanged(last.choices) ? [lastItem(last)] : []),
    line('What the plugin is told'),
    ...toldTopics(choices, facts).map(topicItem),
    line('Where it runs'),
    ...placeTopics(choices, facts).map(topicItem),
    ...(changed ? [line(''), { label: '$(discard) Reset to the kubeconfig', value: 'reset' as const }] : []),
  ];
}

function lastItem({ choices, askFor }: LastChoices): Item<Answer> {
  const asked = askFor.length > 0 ? ` (asks for ${askFor.join(', ')})` : '';
  return {
    label: '$(history) Run as last time',
    description: plainLabel(`${choiceWords(choices)}${asked}`),
    value: 'last',
    button: 'change last',
    buttons: [{ iconPath: new vscode.ThemeIcon('edit'), tooltip: 'Change it first' }],
  };
}

function topicItem({ name, title, value, note, changed }: Topic): Item<Answer> {
  // The texts stay below each other.
  const icon = changed ? '$(edit)' : '$(blank)';
  const label = `${icon} ${title}: ${plainLabel(value)}`;
  return { label, description: plainLabel(note), value: name };
}

function line(label: string): Item<Answer> {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function chooseTopic(
  list: string,
  name: Exclude<TopicName, 'execInfo'>,
  choices: Choices,
  facts: Facts,
): Promise<Choices> {
  const topic = [...toldTopics(choices, facts), ...placeTopics(choices, facts)].find(
    (each) => each.name === name,
  );
  const title = `${list} · ${topic?.title}`;
  if (name === 'env') return chooseVariables(title, choices, facts);
  if (name === 'cwd') return chooseFolder(title, choices, facts);
  const items = optionsOf(name, choices, facts).map(({ label, note, picked, choices }) => ({
    label: plainLabel(label),
    description: plainLabel(note),
    ...(picked && { iconPath: new vscode.ThemeIcon('check') }),
    picked,
    value: choices,
  }));
  const active = items.find(({ picked }) => picked);
  const placeholder = 'For this run; Escape leaves it as it is';
  const answer = await pickOne<Choices>({ title, placeholder, items, active, canGoBack: true });
  return answer === undefined || answer === back ? choices : answer;
}

async function chooseExecInfo(list: string, choices: Choices): Promise<Choices | 'edit'> {
  const edited = choices.overrides.execInfo !== undefined;
  const items: Item<'edit' | 'composed'>[] = [
    { label: '$(edit) See and edit it…', description: 'as JSON, in an editor', value: 'edit' },
    { label: 'As it comes of the other choices', value: 'composed' },
  ];
  const title = `${list} · ExecCredential to send`;
  const placeholder = edited ? 'The edited one is sent' : 'What the plugin gets as KUBERNETES_EXEC_INFO';
  const answer = await pickOne({ title, placeholder, items, canGoBack: true });
  if (answer === 'edit') return 'edit';
  return answer === 'composed'
    ? { ...choices, overrides: { ...choices.overrides, execInfo: undefined } }
    : choices;
}
