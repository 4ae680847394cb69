import * as z from 'zod/mini';
import { extensions } from './extension';
import { field, struct } from './field';
import { kubeconfigLink } from './links';

const link = kubeconfigLink('Context');

export const context = struct('Context', {
  cluster: field(z.optional(z.string()), {
    description:
      'Name of an entry of `clusters`. kubectl does not complain about a name that is not there: it turns to `http://localhost:8080` and runs no plugin.',
    default: '`http://localhost:8080`',
    link,
  }),
  user: field(z.optional(z.string()), {
    description:
      'Name of an entry of `users`. kubectl does not complain about a name that is not there: it has no credentials then, and asks for a user name.',
    default: 'no credentials',
    link,
  }),
  namespace: field(z.optional(z.string()), {
    description: 'Namespace for commands that name none. kubectl does not check that it exists.',
    default: '`default`',
    link,
  }),
  extensions: extensions('the context'),
});

export const namedContext = struct('NamedContext', {
  name: field(z.optional(z.string()), {
    description:
      'Name of the context, for `current-context` and `--context`; case-sensitive. kubectl refuses a file in which two contexts share a name.',
    default: 'an empty name',
    link: kubeconfigLink('NamedContext'),
  }),
  context: field(z.optional(context), {
    description: 'Which cluster to talk to, as which user, and in which namespace.',
    default: '`http://localhost:8080` without credentials',
    link,
  }),
});

export type Context = z.infer<typeof context>;
