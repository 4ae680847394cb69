import * as z from 'zod/mini';
import { field, goTypes, struct } from './field';
import { kubercLink } from './links';

/** An item of the allowlist. */
export interface AllowlistEntry {
  readonly command?: string;
  readonly name?: string;
}

/** The fields of a kuberc that say which credential plugins may run. */
export function pluginFields() {
  const link = (type: string) => kubercLink('v1beta1', type);
  // A Go string type: any text decodes, and validation judges it afterwards.
  const policy = z.string();
  goTypes.add(policy, { name: 'CredentialPluginPolicy', package: 'v1beta1' });

  const entry = struct(
    'AllowlistEntry',
    {
      command: field(z.optional(z.string()), {
        description:
          'Credential plugin that may run: a whole path, or a bare name that is looked up in `PATH` as the `command` of an exec block is. It has to lead to the same executable as that; links are not followed.',
        required: 'yes',
        since: '1.36',
        link: link('AllowlistEntry'),
      }),
      name: field(z.optional(z.string()), {
        description:
          'What `command` was called before Kubernetes 1.36. Deprecated, but still read; kubectl does not use a file in which the two differ.',
        required: 'before Kubernetes 1.36',
        since: '1.35',
        link: link('AllowlistEntry'),
      }),
    },
    'v1beta1',
  );

  return {
    credentialPluginPolicy: field(z.optional(policy), {
      description:
        'Which credential plugins (`exec` of a user in the kubeconfig) kubectl may run. Other programs do not read this file.',
      default: '`AllowAll`',
      since: '1.35',
      link: link('CredentialPluginPolicy'),
      values: {
        AllowAll: 'Every plugin may run. kubectl refuses `credentialPluginAllowlist` beside it.',
        DenyAll: 'No plugin may run. kubectl refuses `credentialPluginAllowlist` beside it.',
        Allowlist:
          'Only the plugins in `credentialPluginAllowlist` may run; without that kubectl does nothing.',
      },
    }),
    credentialPluginAllowlist: field(z.optional(z.array(entry)), {
      description:
        'Credential plugins that kubectl may run. kubectl refuses it unless `credentialPluginPolicy` is `Allowlist`, and an empty list.',
      required: 'with `credentialPluginPolicy: Allowlist`',
      since: '1.35',
      link: link('Preference'),
    }),
  };
}
