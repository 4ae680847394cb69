import * as z from 'zod/mini';
import { field, struct } from './field';
import { kubercLink } from './links';

export type KubercVersion = 'v1beta1' | 'v1alpha1';

/** What the versions call what they say about options. */
export const kubercNames = {
  v1beta1: { defaults: 'defaults', options: 'options' },
  v1alpha1: { defaults: 'overrides', options: 'flags' },
} as const;

export interface CommandOption {
  readonly name?: string;
  readonly default?: string;
}

export interface Alias {
  readonly name?: string;
  readonly options?: readonly CommandOption[];
  readonly flags?: readonly CommandOption[];
}

/** Schema of an alias. Each version needs instances of its own. */
export function aliasOf(version: KubercVersion) {
  const link = kubercLink(version, 'AliasOverride');
  const { defaults, options } = kubercNames[version];
  return struct(
    'AliasOverride',
    {
      name: field(z.optional(z.string()), {
        description:
          'Name of the alias, in letters only; kubectl refuses any other, and the same name twice. A command of kubectl itself wins over an alias of its name.',
        required: 'yes',
        link,
      }),
      command: field(z.optional(z.string()), {
        description: 'Command of kubectl that the alias stands for, such as `get` or `create role`.',
        required: 'yes',
        link,
      }),
      prependArgs: field(z.optional(z.array(z.string())), {
        description: 'Arguments that are put between the command and what the user has written.',
        default: 'no arguments',
        link,
      }),
      appendArgs: field(z.optional(z.array(z.string())), {
        description: 'Arguments that are put behind what the user has written.',
        default: 'no arguments',
        link,
      }),
      [options]: field(z.optional(z.array(optionOf(version))), {
        description: `Options of the command, with the values that they have unless others are given on the command line. \`${defaults}\` for the same command do not count for an alias.`,
        default: 'those of the command',
        link,
      }),
    },
    version,
  );
}

/** Schema of the options' values for one command. */
export function commandDefaultsOf(version: KubercVersion) {
  const link = kubercLink(version, 'CommandDefaults');
  const { options } = kubercNames[version];
  return struct(
    'CommandDefaults',
    {
      command: field(z.optional(z.string()), {
        description: 'Command of kubectl that the options are for, such as `delete` or `create role`.',
        required: 'yes',
        link,
      }),
      [options]: field(z.optional(z.array(optionOf(version))), {
        description: 'Options of the command, with the values that they have unless others are given.',
        required: 'yes',
        link,
      }),
    },
    version,
  );
}

function optionOf(version: KubercVersion) {
  const link = kubercLink(version, 'CommandOptionDefault');
  return struct(
    'CommandOptionDefault',
    {
      name: field(z.optional(z.string()), {
        description:
          'Name of the option, in its long form and without dashes, such as `output`. kubectl refuses a name that begins with a dash.',
        required: 'yes',
        link,
      }),
      default: field(z.optional(z.string()), {
        description:
          'Value that the option has unless another is given on the command line. Always text: put numbers and `true` in quotes.',
        required: 'yes',
        link,
      }),
    },
    version,
  );
}
