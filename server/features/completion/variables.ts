import type { Variable } from '../../catalog/known-plugin';
import type { KeyPlace, Place, ValuePlace } from '../../document/cursor';
import { generalVariables } from '../general-variables';
import type { Exec } from './exec';
import { execAround, variablesIn } from './exec';
import { hole } from './holes';
import type { CompletionItem, Scope } from './item';
import { textItem } from './values';

/** The names that a variable can have. */
export function variableNames(scope: Scope<ValuePlace>): CompletionItem[] {
  return variablesFor(scope).map((variable, index) => ({
    ...common(scope, variable, index),
    ...textItem(scope, variable.name, rank(variable, index)),
  }));
}

/** Whole items of `env`. A secret has no value: it is better kept elsewhere. */
export function variableItems(scope: Scope<KeyPlace>): CompletionItem[] {
  return variablesFor(scope).map((variable, index) => ({
    ...common(scope, variable, index),
    sort: rank(variable, index),
    filter: scope.place.quote + variable.name,
    ...scope.pen.members(scope.place, itemFor(variable)),
  }));
}

/** The same in brackets, or with the whole list. */
export function variableValues(scope: Scope<ValuePlace>, list: boolean): CompletionItem[] {
  return variablesFor(scope).map((variable, index) => ({
    ...common(scope, variable, index),
    sort: rank(variable, index),
    filter: scope.place.quote + variable.name,
    ...scope.pen.value(scope.place, list ? [itemFor(variable)] : itemFor(variable)),
  }));
}

function itemFor({ name }: Variable) {
  return { name, value: hole() };
}

function common(scope: Scope, variable: Variable, index: number) {
  return {
    label: variable.name,
    kind: 'variable' as const,
    detail: variable.secret ? 'secret' : undefined,
    documentation: variable.description,
    sort: rank(variable, index),
    filter: scope.place.quote + variable.name,
  };
}

function rank({ secret }: Variable, index: number): string {
  return `${secret ? '4' : '2'}${String(index).padStart(2, '0')}`;
}

function variablesFor(scope: Scope<Place>): Variable[] {
  const exec = execAround(scope);
  const others = new Set(otherNames(scope, exec));
  const known = new Map<string, Variable>();
  for (const { env } of exec.plugins) for (const variable of env) known.set(variable.name, variable);
  for (const [name, description] of Object.entries(generalVariables)) {
    if (!known.has(name)) known.set(name, { name, description, secret: false, expandsHome: false });
  }
  return [...known.values()].filter(({ name }) => !others.has(name));
}

/** The names that are taken; not the one that is being typed. */
function otherNames({ place }: Scope<Place>, { node }: Exec): string[] {
  const names = variablesIn(node);
  const own = names.indexOf(place.on === 'value' ? place.typed : '');
  return own < 0 ? names : names.toSpliced(own, 1);
}
