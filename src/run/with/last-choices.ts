import type { Choices } from './choices';

/** VS Code's memory of a workspace. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

/** What a user chose the last time, and the variables whose values have to be asked for. */
export interface LastChoices {
  readonly choices: Choices;
  readonly askFor: readonly string[];
}

interface Kept {
  readonly id: string;
  readonly context?: string;
  readonly overrides: Record<string, unknown>;
  /** Of variables that were set: their names, never what they were set to. */
  readonly variables: readonly string[];
}

const key = 'kubeconfigExec.lastChoices';
/** Older ones are forgotten. */
const mostKept = 30;

/**
 * The last choices for each user of each kubeconfig. What is kept with the workspace has no value of any variable and no
 * edited document: those live as long as the window.
 */
export class LastChoicesStore {
  readonly #whole = new Map<string, Choices>();

  constructor(private readonly memory: Memory) {}

  async keep(uri: string, user: string, choices: Choices): Promise<void> {
    const id = idOf(uri, user);
    this.#whole.set(id, choices);
    const { context, overrides } = choices;
    const { env = {}, execInfo: _edited, ...others } = overrides;
    const names = Object.keys(env);
    const removed = Object.fromEntries(
      names.filter((name) => env[name] === null).map((name) => [name, null]),
    );
    const kept: Kept = {
      id,
      ...(context !== undefined && { context }),
      overrides: { ...others, ...(Object.keys(removed).length > 0 && { env: removed }) },
      variables: names.filter((name) => env[name] !== null),
    };
    const before = this.#kept().filter((each) => each.id !== id);
    await this.memory.update(key, [...before, kept].slice(-mostKept));
  }

  last(uri: string, user: string): LastChoices | undefined {
    const id = idOf(uri, user);
    const whole = this.#whole.get(id);
    if (whole) return { choices: whole, askFor: [] };
    const kept = this.#kept().find((each) => each.id === id);
    if (!kept) return undefined;
    const { context, overrides, variables } = kept;
    return { choices: { ...(context !== undefined && { context }), overrides }, askFor: variables };
  }

  /** What an older release has kept may be of another form. */
  #kept(): readonly Kept[] {
    const kept = this.memory.get(key);
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  }
}

function isKept(value: unknown): value is Kept {
  const { id, context, overrides, variables } = { ...(value as Partial<Record<keyof Kept, unknown>>) };
  return (
    typeof id === 'string' &&
    (context === undefined || typeof context === 'string') &&
    typeof overrides === 'object' &&
    overrides !== null &&
    Array.isArray(variables) &&
    variables.every((name) => typeof name === 'string')
  );
}

function idOf(uri: string, user: string): string {
  return JSON.stringify([uri, user]);
}
