import { replacementOf } from '../../catalog/auth-provider';
import { pairOf } from '../../document/node';
import { replaceField } from '../../edits/replace-field';
import { isReleaseSince } from '../../schema';
import { userAt } from './exec-block';
import { type Refactor, refactoring } from './refactoring';

/** An `auth-provider` becomes the exec block of the plugin that took its place. */
export const authProviderToExec: Refactor = (document, at, { kubernetesVersion }) => {
  const user = userAt(document, at);
  const provider = user?.decoded.value?.user?.['auth-provider'];
  if (!user || !provider?.name || pairOf(user.at('user'), 'exec')) return [];
  const version = isReleaseSince(kubernetesVersion, '1.22') ? undefined : 'v1beta1';
  const replacement = replacementOf(provider.name, provider.config ?? {}, version);
  if (!replacement) return [];
  const { plugin, exec, dropsTokens, keepsSecret } = replacement;
  const title = [
    `Replace the auth-provider by ${plugin.name}`,
    ...(dropsTokens ? ['without its tokens'] : []),
    ...(keepsSecret ? ['with the client secret in args'] : []),
  ].join(', ');
  const edits = replaceField(document, user, ['user', 'auth-provider'], 'exec', exec);
  return refactoring('refactor.rewrite', title, edits);
};
