import { pluginLink } from '../../schema/links';
import { valueAt } from '../places';
import { rule } from '../rule';
import { execBlockOf } from './exec-block';
import { inlineScriptOf, isDownloader, runsWhatItDownloads } from './shell';

export const commandIsShell = rule({
  code: 'command-is-shell',
  severity: 'information',
  title: '`command` is a shell with its script in `args`',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  noFix: 'The script needs a file of its own, outside of the kubeconfig.',
  *check(user) {
    const block = execBlockOf(user);
    const script = block && inlineScriptOf(block);
    if (script === undefined || runsWhatItDownloads(script)) return;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message:
        'kubectl runs the script in "args" with all your rights, and no policy on plugins can tell it from another. Put it into a file of its own, and name that here.',
    };
  },
});

export const commandDownloads = rule({
  code: 'command-downloads',
  severity: 'warning',
  title: 'The plugin runs or hands on whatever it downloads',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  noFix: 'What is downloaded has to be looked at and installed first.',
  *check(user) {
    const block = execBlockOf(user);
    if (!block) return;
    const script = inlineScriptOf(block);
    const runs = script !== undefined && runsWhatItDownloads(script);
    if (!runs && !isDownloader(block.command)) return;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: runs
        ? 'Each kubectl command runs what this script downloads, unseen. Install it once, check it, and name the program here.'
        : 'Whoever answers there decides what kubectl logs in with. Use a program that checks where the credential is from.',
    };
  },
});
