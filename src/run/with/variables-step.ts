import { plainLabel } from '../plain-label';
import { type Choices, type Facts, withVariable } from './choices';
import type { LastChoices } from './last-choices';
import { back, enter, type Item, pickOne } from './steps';

type Answer = 'add' | 'remove' | { readonly name: string };

/** Lets the user set variables and take them away, until it is left. No value is ever shown. */
export async function chooseVariables(title: string, choices: Choices, facts: Facts): Promise<Choices> {
  let now = choices;
  for (;;) {
    const items = [...itemsOf(now, facts), add, remove];
    const placeholder = 'Variable to set or to remove for this run; Escape when you are done';
    const answer = await pickOne<Answer>({ title, placeholder, items, canGoBack: true });
    if (answer === undefined || answer === back) return now;
    if (answer === 'add') now = await addVariable(title, now);
    else if (answer === 'remove') now = await removeVariable(title, now);
    else now = await changeVariable(`${title} · ${answer.name}`, answer.name, now, facts);
  }
}

const add: Item<Answer> = { label: '$(add) Set a variable…', value: 'add', alwaysShow: true };
const remove: Item<Answer> = {
  label: '$(remove) Remove a variable…',
  description: 'also one that the plugin would inherit, such as HTTPS_PROXY',
  value: 'remove',
  alwaysShow: true,
};

function itemsOf({ overrides: { env = {} } }: Choices, { lists }: Facts): Item<Answer>[] {
  const names = new Set([...lists.envNames, ...Object.keys(env)]);
  return [...names].map((name) => ({
    label: plainLabel(name),
    description: stateOf(env[name]),
    value: { name },
  }));
}

function stateOf(value: string | null | undefined): string {
  if (value === undefined) return 'as the kubeconfig says';
  return value === null ? 'removed' : 'set, its value is not shown';
}

async function addVariable(title: string, choices: Choices): Promise<Choices> {
  const name = await enter({ title: `${title} · Set`, prompt: 'Name; its value is asked for next', refuse });
  return name === undefined ? choices : setVariable(title, name, choices);
}

async function removeVariable(title: string, choices: Choices): Promise<Choices> {
  const name = await enter({ title: `${title} · Remove`, prompt: 'Name of the variable', refuse });
  return name === undefined ? choices : withVariable(choices, name, null);
}

async function changeVariable(
  title: string,
  name: string,
  choices: Choices,
  { lists }: Facts,
): Promise<Choices> {
  const own = lists.envNames.includes(name);
  const items: Item<'set' | 'remove' | 'leave'>[] = [
    { label: 'Set another value…', value: 'set' },
    { label: 'Remove it', description: 'the plugin does not get it', value: 'remove' },
    { label: own ? 'As the kubeconfig says' : 'Leave it as it is', value: 'leave' },
  ];
  const placeholder = 'What to do with it for this run';
  const answer = await pickOne({ title, placeholder, items, canGoBack: true });
  if (answer === 'set') return setVariable(title, name, choices);
  if (answer === 'remove') return withVariable(choices, name, null);
  return answer === 'leave' ? withVariable(choices, name, undefined) : choices;
}

async function setVariable(title: string, name: string, choices: Choices): Promise<Choices> {
  const value = await askForValue(title, name);
  return value === undefined ? choices : withVariable(choices, name, value);
}

/** The last choices with the values that nobody has kept. `undefined`: the user would not say one. */
export async function askForValues(
  title: string,
  { choices, askFor }: LastChoices,
): Promise<Choices | undefined> {
  let now = choices;
  for (const name of askFor) {
    const value = await askForValue(title, name);
    if (value === undefined) return undefined;
    now = withVariable(now, name, value);
  }
  return now;
}

function askForValue(title: string, name: string): Promise<string | undefined> {
  const prompt = `Value of ${name}. It is not shown, and kept for this window only.`;
  return enter({ title, prompt, hidden: true });
}

function refuse(name: string): string | undefined {
  if (name === '') return 'Type a name, such as AWS_PROFILE.';
  if (name.includes('=')) return 'Type the name alone: its value is asked for next, and not shown.';
  return name.includes('\0') ? 'A name has no NUL character.' : undefined;
}
