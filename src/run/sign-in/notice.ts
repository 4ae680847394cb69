import type { SignInParams } from '../../../server/protocol';
import { withoutLinks } from '../../../server/without-links';

/** Behind the links of a notice; they take its id and are in no menu. */
export const openCommand = 'kubeconfigExec.openSignIn';
export const copyCommand = 'kubeconfigExec.copySignInCode';

/**
 * What can be clicked first, as VS Code shows one line of it until it is unfolded; and a user's name could have another address in
 * it, or push it out of sight.
 */
export function signInNotice({ id, user, host, code }: SignInParams): string {
  const where = link(host, openCommand, id, 'Open in browser');
  const entering = code === null ? '' : ` with the code ${link(code, copyCommand, id, 'Copy code')}`;
  return `Log in at ${where}${entering}: ${withoutLinks(`the plugin of "${user}" waits for it.`)}`;
}

function link(label: string, command: string, id: string, title: string): string {
  // A label ends at the first bracket.
  const plain = withoutLinks(label.replace(/[[\]]/g, ''));
  return `[${plain}](command:${command}?${encodeURIComponent(JSON.stringify([id]))} "${title}")`;
}
