import type { AuthInfo } from './auth-info';

export type OtherCredential = 'tokenFile' | 'token' | 'username' | 'client certificate';

/** What client-go uses instead of the plugin of the same user. `has`: the field is there and not empty. */
export function credentialBeforeExec(has: (field: keyof AuthInfo) => boolean): OtherCredential | undefined {
  if (has('tokenFile')) return 'tokenFile';
  if (has('token')) return 'token';
  // A password without a user name is no basic authentication.
  if (has('username')) return 'username';
  const certificate = has('client-certificate') || has('client-certificate-data');
  const key = has('client-key') || has('client-key-data');
  return certificate && key ? 'client certificate' : undefined;
}
