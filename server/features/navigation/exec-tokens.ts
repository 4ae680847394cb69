import { nameOfFlag } from '../../catalog';
import type { KnownPlugin } from '../../catalog/known-plugin';
import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { type LocatedNode, nodeAt } from '../../document/node';
import { mayHoldSecret } from '../../document/quotable';
import { pluginIn, textOf } from './exec-line';

import { inQuotes, spanOf } from './spans';
import { type Token, tokenOf } from './token';

/** The command of a user's exec block, the names of its variables, and what is secret in them and in the arguments. */
export function* execTokens(document: LocatedDocument, user: Entry): Generator<Token> {
  const exec = user.at('user', 'exec');
  const command = nodeAt(exec, 'command');
  if (textOf(command) && command) yield tokenOf(document, user, command, 'function');
  const plugin = pluginIn(exec)?.plugin;
  yield* variableTokens(document, user, nodeAt(exec, 'env'), plugin);
  yield* argumentTokens(document, user, nodeAt(exec, 'args'), plugin);
}

function* variableTokens(
  document: LocatedDocument,
  user: Entry,
  env: LocatedNode | undefined,
  plugin: KnownPlugin | undefined,
): Generator<Token> {
  for (const item of env?.kind === 'sequence' ? env.items : []) {
    const [name, value] = [nodeAt(item, 'name'), nodeAt(item, 'value')];
    const text = textOf(name);
    if (!text || !name) continue;
    yield tokenOf(document, user, name, 'parameter');
    const isSecret = plugin?.env.find((each) => each.name === text)?.secret ?? mayBeSecret(text);
    if (isSecret && value && textOf(value)) yield tokenOf(document, user, value, 'string', ['secret']);
  }
}

function* argumentTokens(
  document: LocatedDocument,
  user: Entry,
  args: LocatedNode | undefined,
  plugin: KnownPlugin | undefined,
): Generator<Token> {
  const items = args?.kind === 'sequence' ? args.items : [];
  for (const [index, item] of items.entries()) {
    const argument = textOf(item);
    if (!argument?.startsWith('-')) continue;
    const name = nameOfFlag(argument);
    const known = plugin?.flags.find(({ names }) => names.includes(name));
    if (!(known?.secret ?? mayBeSecret(name))) continue;
    const next = items[index + 1];
    if (argument !== name) yield* valueToken(document, user, item);
    else if (next && textOf(next) && !textOf(next)?.startsWith('--')) {
      yield tokenOf(document, user, next, 'string', ['secret']);
    }
  }
}

/** What is behind the sign in `--name=value`. */
function* valueToken(document: LocatedDocument, user: Entry, item: LocatedNode): Generator<Token> {
  const { start, end } = inQuotes(document.text, spanOf(user, item));
  const sign = document.text.slice(start, end).indexOf('=');
  if (sign >= 0) yield { start: start + sign + 1, end, type: 'string', modifiers: ['secret'] };
}

/** By its name; what names a file is none. */
function mayBeSecret(name: string): boolean {
  return mayHoldSecret(name) && !/file|path|dir|cache|url|type|name|ttl|only/i.test(name);
}
