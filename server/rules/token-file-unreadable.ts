import { FileError } from '../environment';
import { kubeconfigLink } from '../schema/links';
import { absolutePath } from './paths';
import { valueAt } from './places';
import { rule } from './rule';

export const tokenFileUnreadable = rule({
  code: 'token-file-unreadable',
  severity: 'error',
  title: 'The `tokenFile` cannot be read, or is empty',
  link: kubeconfigLink('AuthInfo'),
  stage: 'client',
  subject: 'user',
  looksAt: 'environment',
  *check(user, _document, context) {
    const file = user.decoded.value?.user?.tokenFile;
    const path = file && absolutePath(file, context);
    if (!path || !context.environment) return;
    try {
      const content = Buffer.from(context.environment.files.read(path)).toString('utf8');
      if (content.trim() !== '') return;
      yield {
        ...valueAt(user, 'user', 'tokenFile'),
        message: `${path} is empty. Put the token into it, or remove "tokenFile".`,
        kubectl: `read empty token from file "${path}"`,
      };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      yield {
        ...valueAt(user, 'user', 'tokenFile'),
        message: `${path}: ${error.reason}. Correct the path; a relative one counts from the kubeconfig's folder.`,
        kubectl: `${error.operation} ${path}: ${error.reason}`,
      };
    }
  },
});
