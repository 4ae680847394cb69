import { programOfCommandLine } from '../command/words';
import { kubeconfigLink } from '../schema/links';
import { expandFixes, splitFixes } from './fixes/command-text';
import { missingCommandFixes } from './fixes/exec-command';
import { isMistyped } from './given';
import { keyAt, valueAt } from './places';
import { rule } from './rule';

const link = kubeconfigLink('ExecConfig');

export const commandMissing = rule({
  code: 'command-missing',
  severity: 'error',
  title: 'The exec block has no `command`',
  link,
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const exec = user.decoded.value?.user?.exec;
    if (!exec || exec.command || isMistyped(user, 'user', 'exec', 'command')) return;
    yield {
      ...keyAt(user, 'user', 'exec', 'command'),
      message: 'The plugin has no command. Add "command" with the name or path of the program.',
      kubectl: `command must be specified for ${user.name} to use exec authentication plugin`,
      fixes: () => missingCommandFixes(document, user),
    };
  },
});

/** What a shell would replace: a home folder, `$NAME`, `${NAME}`, `$(…)`, `%NAME%`. */
export const expandable = /^~[\w.-]*(?=[/\\]|$)|\$(?:\w+|\{\w+\}|\([^)]*\))|%\w+%/;

export const commandNotExpanded = rule({
  code: 'command-not-expanded',
  severity: 'warning',
  title: '`command` begins with `~` or names a variable, which kubectl takes literally',
  link,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const command = user.decoded.value?.user?.exec?.command ?? '';
    const found = expandable.exec(command)?.[0];
    if (!found) return;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: `kubectl runs no shell and takes "${found}" literally. Write the whole path, or a name that is on PATH.`,
      fixes: () => expandFixes(document, user, found, context),
    };
  },
});

export const commandLineInCommand = rule({
  code: 'command-line-in-command',
  severity: 'warning',
  title: '`command` holds a whole command line; arguments belong in `args`',
  link,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document) {
    const command = user.decoded.value?.user?.exec?.command ?? '';
    const program = programOfCommandLine(command);
    if (program === undefined) return;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: `kubectl looks for one program with this whole name. Leave "${program}" here, and move the rest to "args".`,
      fixes: () => splitFixes(document, user),
    };
  },
});
