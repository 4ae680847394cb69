import { execCredentialLink } from '../schema/links';
import { statusOf } from './credential-status';
import { tokenFixes } from './fixes/credential';
import { valueAt } from './places';
import { rule } from './rule';

const link = execCredentialLink('v1', 'ExecCredentialStatus');

/** What Go's HTTP client refuses in a header: control characters, except for the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacter = /[\x00-\x08\x0a-\x1f\x7f]/;

export const credentialTokenInvalid = rule({
  code: 'credential-token-invalid',
  severity: 'error',
  title: 'An ExecCredential’s token has a line break or another control character in it',
  link,
  stage: 'token',
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    if (!found || !controlCharacter.test(found.status.token ?? '')) return;
    yield {
      ...valueAt(found.entry, 'token'),
      message:
        'The token has a line break or another control character in it, so no request goes out. Remove it.',
      kubectl: 'net/http: invalid header field value for "Authorization"',
      fixes: () => tokenFixes(document, found.entry),
    };
  },
});

export const credentialTokenUnusable = rule({
  code: 'credential-token-unusable',
  severity: 'warning',
  title: 'An ExecCredential’s token has white space in it or begins with `Bearer`',
  link,
  subject: 'exec-credential',
  looksAt: 'file',
  *check(document) {
    const found = statusOf(document);
    const token = found?.status.token ?? '';
    if (!found || controlCharacter.test(token) || !/\s/.test(token)) return;
    yield {
      ...valueAt(found.entry, 'token'),
      message: /^\s*bearer\s/i.test(token)
        ? 'kubectl adds "Bearer" itself, so the server gets it twice. Leave it out.'
        : 'The token has white space in it, which no server takes. Remove it.',
      fixes: () => tokenFixes(document, found.entry),
    };
  },
});
