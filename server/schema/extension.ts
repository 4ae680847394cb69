import * as z from 'zod/mini';
import { field, struct } from './field';
import { kubeconfigLink } from './links';

/** The extension of a cluster that kubectl passes to the plugin as `spec.cluster.config`. */
export const execExtensionName = 'client.authentication.k8s.io/exec';

const link = kubeconfigLink('NamedExtension');

/** The `extensions` of anything but a cluster. */
export function extensions(owner: string) {
  return field(
    z.optional(
      z.array(
        struct('NamedExtension', {
          name: field(z.optional(z.string()), {
            description:
              'Name of the extension, chosen by the program that reads it. kubectl refuses the same name twice in one list.',
            default: 'an empty name',
            link,
            open: true,
            values: {
              [execExtensionName]:
                'Has an effect only among the `extensions` of a cluster; here it is ignored.',
            },
          }),
          extension: field(z.optional(z.unknown()), {
            description: 'Data of the extension: any value. kubectl keeps it and does not look into it.',
            link,
          }),
        }),
      ),
    ),
    {
      description: `Data that other programs store with ${owner}. kubectl keeps it and does not look into it.`,
      link,
    },
  );
}

/** The `extensions` of a cluster, where one name is reserved. */
export function clusterExtensions() {
  return field(
    z.optional(
      z.array(
        struct('NamedExtension', {
          name: field(z.optional(z.string()), {
            description: `Name of the extension. \`${execExtensionName}\` is reserved for the credential plugin; other names belong to other programs. kubectl refuses the same name twice in one list.`,
            default: 'an empty name',
            link,
            open: true,
            values: {
              [execExtensionName]:
                'Reserved name: a plugin whose exec block says `provideClusterInfo: true` receives the `extension` below it as `spec.cluster.config`. Not a place for secrets.',
            },
          }),
          extension: field(z.optional(z.unknown()), {
            description: `Data of the extension: any value. Under the name \`${execExtensionName}\` the credential plugin receives it unchanged if its exec block says \`provideClusterInfo: true\`; under another name kubectl does not look into it.`,
            link,
            execInfo: 'spec.cluster.config',
          }),
        }),
      ),
    ),
    {
      description: `Data that other programs store with the cluster. kubectl reads one of them, \`${execExtensionName}\`, and passes it to the credential plugin.`,
      link,
    },
  );
}
