import type { FormatFault } from '../command/executable-format';
import { kubeconfigLink } from '../schema/links';
import { type CommandFault, commandFaultOf } from './command-fault';
import { valueAt } from './places';
import { rule } from './rule';

const link = kubeconfigLink('ExecConfig');

export const commandNotExecutable = rule({
  code: 'command-not-executable',
  severity: 'warning',
  title: 'The plugin’s program is a folder, or may not be executed',
  link,
  noFix: 'The file is to be made executable, which no change of the kubeconfig does.',
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const fault = commandFaultOf(user, document, context);
    const place = valueAt(user, 'user', 'exec', 'command');
    if (fault?.kind === 'not-on-path' && fault.search.notExecutable !== undefined) {
      const message = `${fault.search.notExecutable} is on PATH, but may not be executed. Make it executable with chmod +x.`;
      yield { ...place, message, kubectl: `exec: executable ${fault.command} not found` };
    }
    if (fault?.kind !== 'not-executable') return;
    const message = fault.folder
      ? `${fault.shown} is a folder. Name the program in it.`
      : `${fault.shown} may not be executed. Make it executable with chmod +x.`;
    yield { ...place, message, kubectl: `exec: fork/exec ${fault.path}: permission denied` };
  },
});

export const commandNotStartable = rule({
  code: 'command-not-startable',
  severity: 'warning',
  title: 'The plugin’s program is a script without a `#!` line, empty, or not for this machine',
  link,
  noFix: 'The program itself is to be repaired or got anew.',
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const fault = commandFaultOf(user, document, context);
    if (fault?.kind !== 'format') return;
    const { path, shown, format } = fault;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: `${shown} ${formats[format]}`,
      kubectl: `exec: fork/exec ${path}: exec format error`,
    };
  },
});

const formats: Readonly<Record<FormatFault, string>> = {
  empty: 'is empty. Get the program anew.',
  text: 'is a script, but does not say for which interpreter. Begin it with a line such as #!/bin/sh.',
  'no-interpreter': 'begins with #!, but names no interpreter. Write one behind it, as in #!/bin/sh.',
  foreign: 'is a program for another system or processor, or a part of one. Get the one for this machine.',
  unknown: 'is neither a program for this machine nor a script. Get the program anew.',
};

export const commandInterpreterNotFound = rule({
  code: 'command-interpreter-not-found',
  severity: 'warning',
  title: 'The `#!` line of the plugin’s script names an interpreter that is not there',
  link,
  noFix: 'The script or the machine is to be changed, not the kubeconfig.',
  subject: 'user',
  looksAt: 'environment',
  *check(user, document, context) {
    const fault = commandFaultOf(user, document, context);
    if (fault?.kind !== 'interpreter') return;
    yield {
      ...valueAt(user, 'user', 'exec', 'command'),
      message: interpreterWords(fault),
      kubectl: interpreterKubectl(fault),
    };
  },
});

type OfInterpreter = Extract<CommandFault, { kind: 'interpreter' }>;

function interpreterWords({ shown, interpreter: { kind, name, carriageReturn } }: OfInterpreter): string {
  const script = `The script ${shown}`;
  if (carriageReturn) {
    return `${script} has the line ends of Windows, so that its interpreter is looked up as "${name}\\r". Save it with LF.`;
  }
  if (kind === 'env') {
    return `${script} is for "${name}", which is not on PATH. Install it, or correct the #! line.`;
  }
  if (kind === 'not-executable') {
    return `${script} is for ${name}, which may not be executed. Correct the #! line.`;
  }
  return `${script} is for ${name}, which does not exist. Install it, or correct the #! line.`;
}

function interpreterKubectl({ command, path, interpreter: { kind } }: OfInterpreter): string {
  if (kind === 'env') return `exec: executable ${command} failed with exit code 127`;
  const reason = kind === 'missing' ? 'no such file or directory' : 'permission denied';
  return `exec: fork/exec ${path}: ${reason}`;
}
