import { kubeconfigLink } from '../schema/links';
import { fileContent, unreadableWords } from './files';
import { valueAt } from './places';
import { rule } from './rule';

export const tokenFileUnreadable = rule({
  code: 'token-file-unreadable',
  severity: 'error',
  title: 'The `tokenFile` cannot be read, or is empty',
  link: kubeconfigLink('AuthInfo'),
  stage: 'credential',
  subject: 'user',
  looksAt: 'environment',
  noFix: 'The file with the token is at fault, or only the user knows where it is.',
  *check(user, _document, context) {
    const { token, tokenFile: file } = user.decoded.value?.user ?? {};
    // With a token of its own, kubectl only tries to find a newer one in the file (client-go, transport).
    if (token) return;
    const content = file ? fileContent(file, context) : undefined;
    if (!content) return;
    const place = valueAt(user, 'user', 'tokenFile');
    if ('error' in content) {
      const { operation, path, reason } = content.error;
      const kubectl = `${operation} ${path}: ${reason}`;
      yield { ...place, message: unreadableWords(content.error), kubectl };
    } else if (content.text === '') {
      const message = `${content.path} is empty. Put the token into it, or remove "tokenFile".`;
      const kubectl = `read empty token from file "${content.path}"`;
      yield { ...place, message, kubectl, stage: 'token' };
    }
  },
});
