import * as z from 'zod/mini';
import { field, struct } from './field';
import { aliasOf, commandDefaultsOf, type KubercVersion, kubercNames } from './kuberc-commands';
import { pluginFields } from './kuberc-plugins';
import { kubercLink } from './links';

/** API group of kubectl's preferences. */
export const kubercGroup = 'kubectl.config.k8s.io';

/** v1alpha1 has no say on plugins, and other names for the options. Each field needs an instance of its own. */
function kuberc(version: KubercVersion) {
  const link = kubercLink(version, 'Preference');
  const { defaults } = kubercNames[version];

  return struct(
    'Preference',
    {
      kind: field(z.optional(z.string()), {
        description: 'Type of this file: `Preference`. kubectl does not use a file that says anything else.',
        required: 'yes',
        link,
        values: {
          Preference: "What a user wants of kubectl: aliases, options' values, which plugins may run.",
        },
      }),
      apiVersion: field(z.optional(z.string()), {
        description:
          'Version of this file. kubectl does not use a file whose version it does not know; of several YAML documents it uses the first that it knows.',
        required: 'yes',
        link,
        values: {
          [`${kubercGroup}/v1beta1`]: 'Since Kubernetes 1.34. Can say which credential plugins may run.',
          [`${kubercGroup}/v1alpha1`]:
            'Since Kubernetes 1.33. Has `overrides` with `flags` instead of `defaults` with `options`, and no say on credential plugins.',
        },
      }),
      [defaults]: field(z.optional(z.array(commandDefaultsOf(version))), {
        description: 'Values that options of commands have unless others are given on the command line.',
        default: "kubectl's own values",
        link,
      }),
      aliases: field(z.optional(z.array(aliasOf(version))), {
        description: 'Commands of your own, each short for one of kubectl with options and arguments.',
        default: 'no aliases',
        link,
      }),
      ...(version === 'v1alpha1' ? {} : pluginFields()),
    },
    version,
  );
}

export const kubercV1beta1 = kuberc('v1beta1');
export const kubercV1alpha1 = kuberc('v1alpha1');
