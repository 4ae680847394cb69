import type { UserEntry } from '../../document/kubeconfig';
import { putItems } from '../../edits/put-items';
import type { NamedAuthInfo } from '../../schema';
import { kubeconfigLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { valueAt } from '../places';
import { ofEach } from '../remember';
import { rule } from '../rule';
import { execBlockOf, execPath, hasAny } from './exec-block';

const plugins = ['aws-eks-get-token', 'aws-iam-authenticator'];
/** Each says which account it is. */
const given = [
  '--profile',
  '--role-arn',
  '--role',
  '-r',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
];

export const awsProfileUnset = rule({
  code: 'aws-profile-unset',
  severity: 'hint',
  title: 'An entry for AWS names neither a profile nor a role, although others do',
  link: kubeconfigLink('ExecEnvVar'),
  subject: 'kubeconfig',
  looksAt: 'environment',
  *check(document, { environment }) {
    const list = document.list<NamedAuthInfo>('users');
    const accounts = accountsOf(list);
    // With one account nobody has to say which.
    if (!accounts.includes('named')) return;
    const value = environment?.variables['AWS_PROFILE'] || 'default';
    for (const [index, account] of accounts.entries()) {
      const user = account === 'unnamed' ? list.entryAt(index) : undefined;
      if (!user) continue;
      const edits = () =>
        putItems(document, user, execPath, 'env', [{ name: 'AWS_PROFILE', value }], { after: 'args' });
      yield {
        ...valueAt(user, ...execPath, 'command'),
        message:
          'Others here name an AWS profile or role. This one takes the account of whatever program runs kubectl: add AWS_PROFILE to env.',
        fixes: () => fix('choice', 'Add AWS_PROFILE to env', edits() ?? []),
      };
    }
  },
});

/** Whether an entry for AWS says which account it is. A wrapper such as aws-vault is there to choose it. */
const accountsOf = ofEach((user: UserEntry): 'named' | 'unnamed' | undefined => {
  const block = execBlockOf(user);
  const { plugin, wrapper } = block?.recognized ?? {};
  if (!block || !plugin || wrapper || !plugins.includes(plugin.id)) return undefined;
  return hasAny(block, given) ? 'named' : 'unnamed';
});
