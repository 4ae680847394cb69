import { cursorAt, type KeyPlace, type Path, type Place, type ValuePlace } from '../../document/cursor';
import type { LocatedDocument } from '../../document/located-document';
import { asObject, elementOf, type Schema, schemaAt } from '../../schema';
import { argItems, argLists } from './args';
import { execItems, execKeyItems, execMemberItems, execUserItems, userItems, usersItems } from './blocks';
import { commandItems } from './commands';
import { pathInExec } from './exec';
import { execValues } from './exec-values';
import { canBeExec, extensionItems, extensionKeys, extensionsKey, extensionValues } from './extension';
import { fileFields, fileItems } from './files';
import type { CompletionContext, CompletionItem, CompletionList, Scope } from './item';
import { keyItems } from './keys';
import { knownArgs } from './known-fields';
import { nameItems } from './names';
import { neededKeys, neededValues } from './needed';
import { Pen } from './pen';
import { skeletonItems } from './skeletons';
import { valueItems } from './values';
import { variableItems, variableNames, variableValues } from './variables';

export type { CompletionContext, CompletionItem, CompletionList } from './item';

/** What can be written at an offset of a document. */
export function complete(
  document: LocatedDocument,
  offset: number,
  context: CompletionContext,
): CompletionList {
  const { places, root } = cursorAt(document.text, offset);
  const pen = new Pen(document, context.json);
  const lists = places.map((place) => at({ document, root, place, context, pen }));
  return {
    items: lists.flatMap(({ items }) => items),
    incomplete: lists.some(({ incomplete }) => incomplete),
  };
}

function at(scope: Scope): CompletionList {
  const { place } = scope;
  return place.on === 'key' ? list(keys({ ...scope, place })) : values({ ...scope, place });
}

function list(items: readonly CompletionItem[]): CompletionList {
  return { items, incomplete: false };
}

/** `users.*.user.exec`, with `*` for any index. */
function shapeOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}

function keys(scope: Scope<KeyPlace>): CompletionItem[] {
  const { place, document } = scope;
  const shape = document.kind === 'kubeconfig' ? shapeOf(place.path) : '';
  const isEmpty = place.names.length === 0 && !place.named;
  const own = isEmpty
    ? [...neededKeys(scope), ...keyItems(scope)]
    : [...keyItems(scope), ...knownArgs(scope)];
  if (isEmpty && shape === 'users.*.user.exec') return [...own, ...execMemberItems(scope)];
  if (isEmpty && shape === 'users.*.user') return [...own, ...execKeyItems(scope)];
  if (shape === 'users.*' && !place.named && !place.names.includes('user'))
    return [...own, ...userItems(scope)];
  if (isEmpty && shape === 'users.*.user.exec.env.*') return [...own, ...variableItems(scope)];
  if (shape === 'clusters.*.cluster') return [...own, ...extensionsKey(scope)];
  if (isEmpty && shape === 'clusters.*.cluster.extensions.*') return [...own, ...extensionItems(scope)];
  if (shape === 'clusters.*.cluster.extensions.*.extension') return extensionKeys(scope);
  if (place.path.length > 0 || !isBlank(document.text, place)) return own;
  // JSON begins with a brace.
  return scope.context.json && !place.flow ? skeletonItems(scope) : [...own, ...skeletonItems(scope)];
}

/** But for what is being typed, and comments. */
function isBlank(text: string, { start, end }: Place): boolean {
  return /^(?:[\s{}]|#[^\n]*(?:\n|$)|---)*$/.test(text.slice(0, start) + text.slice(end));
}

function values(scope: Scope<ValuePlace>): CompletionList {
  const { document, place } = scope;
  const schema = schemaAt(document.schema, place.path);
  const shape = document.kind === 'kubeconfig' ? shapeOf(place.path) : '';
  if (!schema) return list([]);
  const isMapping = asObject(schema) !== undefined || shape === 'clusters.*.cluster.extensions.*.extension';
  if (isMapping && place.stands === 'own') {
    return list(
      keys({ ...scope, place: { ...place, on: 'key', mapping: undefined, names: [], named: false } }),
    );
  }
  if (asObject(schema) || elementOf(schema))
    return list([...neededValues(scope, schema), ...blocks(scope, shape)]);
  return scalars(scope, schema, shape);
}

function blocks(scope: Scope<ValuePlace>, shape: string): CompletionItem[] {
  switch (shape) {
    case 'users.*.user.exec':
      return execItems(scope);
    case 'users.*.user':
      return execUserItems(scope);
    case 'users.*.user.exec.args':
      return argLists(scope);
    case 'users':
    case 'users.*':
      return usersItems(scope);
    case 'users.*.user.exec.env.*':
      return variableValues(scope, false);
    case 'users.*.user.exec.env':
      return variableValues(scope, true);
    case 'clusters.*.cluster.extensions':
      return extensionValues(scope, true);
    case 'clusters.*.cluster.extensions.*':
      return extensionValues(scope, false);
    default:
      return [];
  }
}

function scalars(scope: Scope<ValuePlace>, schema: Schema, shape: string): CompletionList {
  const { place, document } = scope;
  const inExec = document.kind === 'kubeconfig' ? pathInExec(place.path) : undefined;
  const isAllowed =
    document.kind === 'kuberc' &&
    /^credentialPluginAllowlist\.\d+\.(?:command|name)$/.test(place.path.join('.'));
  if (inExec?.[0] === 'command' || isAllowed) {
    return /[\\/~]/.test(place.typed) ? fileItems(scope, true) : commandItems(scope);
  }
  if (inExec?.[0] === 'args') return list(argItems(scope));
  if (shape === 'users.*.user.exec.env.*.name') return list(variableNames(scope));
  if (inExec) return list(execValues(scope, valueItems(scope, schema)));
  if (document.kind === 'kubeconfig' && fileFields.includes(String(place.path.at(-1))))
    return fileItems(scope);
  // The reserved name of an extension counts in a cluster only.
  if (/\.extensions\.\*\.name$/.test(shape) && !canBeExec(scope)) return list([]);
  return list([...valueItems(scope, schema), ...nameItems(scope)]);
}
