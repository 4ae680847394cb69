import { kubeconfigLink } from '../schema/links';
import { keyAt } from './places';
import { rule } from './rule';

export const commandMissing = rule({
  code: 'command-missing',
  severity: 'error',
  title: 'The exec block has no `command`',
  link: kubeconfigLink('ExecConfig'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user) {
    const exec = user.decoded.value?.user?.exec;
    if (!exec || exec.command) return;
    yield {
      ...keyAt(user, 'user', 'exec', 'command'),
      message: 'The plugin has no command. Add "command" with the name or path of the program.',
      kubectl: `command must be specified for ${user.name} to use exec authentication plugin`,
    };
  },
});
