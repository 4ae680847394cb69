import { overrideWords } from '../../../server/describe-report';
import type { RunChoices, RunOverrides, RunRequest } from '../../../server/protocol';
import type { ReadyPlan } from '../approval';

/** What a run is to have instead of what the kubeconfig says. What is left out stays as it is. */
export interface Choices {
  readonly context?: string | undefined;
  readonly overrides: RunOverrides;
}

/** What there is, before anything is chosen. */
export interface Facts {
  readonly uri: string;
  readonly user: string;
  /** `null`: no context uses the user. */
  readonly context: string | null;
  readonly cluster: string | null;
  readonly lists: RunChoices;
  /** What would be run if nothing were chosen. `undefined`: kubectl refuses it. */
  readonly plan: ReadyPlan | undefined;
  /** Release of kubectl in the settings; empty: the newest known. */
  readonly kubernetesVersion: string;
}

export const nothingChosen: Choices = { overrides: {} };

/** `undefined` takes a choice back. */
export function withOverride(choices: Choices, overrides: RunOverrides): Choices {
  return { ...choices, overrides: { ...choices.overrides, ...overrides } };
}

/** `undefined` leaves the variable to the kubeconfig, `null` takes it away. */
export function withVariable(choices: Choices, name: string, value: string | null | undefined): Choices {
  const { [name]: _before, ...others } = choices.overrides.env ?? {};
  const env = value === undefined ? others : { ...others, [name]: value };
  return withOverride(choices, { env: Object.keys(env).length > 0 ? env : undefined });
}

export function isChanged({ context, overrides }: Choices): boolean {
  return context !== undefined || Object.values(overrides).some((value) => value !== undefined);
}

/** What is another than in the kubeconfig, without the value of any variable. */
export function choiceWords({ context, overrides }: Choices): string {
  return [...(context === undefined ? [] : [`context ${context}`]), ...overrideWords(overrides)].join(', ');
}

export function requestFor({ uri, user, context }: Facts, choices: Choices): RunRequest {
  const given = Object.entries(choices.overrides).filter(([, value]) => value !== undefined);
  const overrides: RunOverrides = Object.fromEntries(given);
  const meant = choices.context ?? context;
  return {
    uri,
    user,
    ...(meant !== null && { context: meant }),
    ...(given.length > 0 && { overrides }),
  };
}
