import * as z from 'zod/mini';
import { field, goTypes, struct } from './field';
import { kubeconfigLink } from './links';

const link = kubeconfigLink('ExecConfig');
const envLink = kubeconfigLink('ExecEnvVar');

// A Go string type: any text decodes, and validation judges it afterwards.
const interactiveMode = z.string();
goTypes.add(interactiveMode, { name: 'ExecInteractiveMode' });

export const execEnvVar = struct('ExecEnvVar', {
  name: field(z.optional(z.string()), {
    description:
      'Name of the variable. `KUBERNETES_EXEC_INFO` cannot be set this way: kubectl overwrites it.',
    required: 'yes',
    link: envLink,
  }),
  value: field(z.optional(z.string()), {
    description:
      'Value of the variable, passed as written: `$VAR` and `~` are not expanded. Quote numbers and words such as `yes`, which kubectl refuses unless they are strings.',
    default: 'an empty value',
    link: envLink,
  }),
});

export const execConfig = struct('ExecConfig', {
  command: field(z.optional(z.string()), {
    description:
      "Executable to run, without arguments and without a shell. A bare name is looked up in kubectl's `PATH`; a relative path with a separator starts at the kubeconfig's folder. `~` and `$VAR` are not expanded.",
    required: 'yes',
    link,
  }),
  args: field(z.optional(z.array(z.string())), {
    description:
      'Arguments, passed to the command as written: no shell, no expansion. Quote numbers and words such as `yes`, which kubectl refuses unless they are strings.',
    default: 'no arguments',
    link,
  }),
  env: field(z.optional(z.array(execEnvVar)), {
    description:
      "Environment variables for the plugin, added to kubectl's own. Of equal names the last wins. A `PATH` set here reaches the plugin but does not help to find `command`.",
    default: "kubectl's environment as it is",
    link,
  }),
  apiVersion: field(z.optional(z.string()), {
    description:
      'Version of `client.authentication.k8s.io` that kubectl and the plugin speak; the plugin must answer in exactly this one. Not the `apiVersion` at the top of the file, which is always `v1`.',
    required: 'yes',
    link,
    values: {
      'client.authentication.k8s.io/v1':
        'Since Kubernetes 1.22. `interactiveMode` must be set, and the plugin must answer in `v1`.',
      'client.authentication.k8s.io/v1beta1':
        'Since Kubernetes 1.11, and still supported. `interactiveMode` may be left out, and the plugin must answer in `v1beta1`.',
      'client.authentication.k8s.io/v1alpha1':
        'Removed in Kubernetes 1.24: kubectl refuses it. Use `v1beta1`, with a plugin that answers in it.',
    },
  }),
  installHint: field(z.optional(z.string()), {
    description:
      'How to install the plugin. kubectl prints it when `command` is a bare name that is not on `PATH`, not when it is a path that does not exist.',
    default: 'no hint',
    since: '1.19',
    link,
  }),
  provideClusterInfo: field(z.optional(z.boolean()), {
    description:
      '`true` describes the cluster to the plugin, CA certificates included, in `spec.cluster` of `KUBERNETES_EXEC_INFO`. Without it the plugin does not see the `client.authentication.k8s.io/exec` extension either.',
    default: '`false`',
    since: '1.20',
    link,
  }),
  interactiveMode: field(z.optional(interactiveMode), {
    description: 'Whether the plugin may talk to the user on standard input.',
    required: 'with `client.authentication.k8s.io/v1`',
    default: '`IfAvailable` with `v1beta1`',
    since: '1.22',
    link,
    values: {
      Never:
        'The plugin never reads standard input: it gets an empty one, with or without a terminal. Right for plugins that do not prompt.',
      IfAvailable:
        'The plugin gets the terminal if kubectl has one, else an empty standard input. Input that is piped to kubectl is not passed on.',
      Always:
        'The plugin cannot work without the terminal. Where there is none, as in CI and graphical programs, kubectl fails without running it.',
    },
  }),
});

export type ExecEnvVar = z.infer<typeof execEnvVar>;
export type ExecConfig = z.infer<typeof execConfig>;
