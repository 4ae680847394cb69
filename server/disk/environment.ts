import type { Environment } from '../environment';
import { nodeEnvironment, promptFiles } from '../environment-node';
import { farFilesArgument } from '../own-processes';
import { program } from '../program';
import { farMounts, mountTable } from './far-mounts';
import { guardedFiles, guardedPrograms } from './guarded';
import { type AskFar, FarFiles } from './patient-files';

/** The machine for a server, which waits for nothing. */
export function promptEnvironment(): Environment {
  return withoutWaiting(patientFiles());
}

function withoutWaiting(far: FarFiles): Environment {
  const silent = (path: string) => far.silent(path);
  const { programs } = nodeEnvironment;
  return Object.defineProperties({} as Environment, {
    ...Object.getOwnPropertyDescriptors(nodeEnvironment),
    files: { value: guardedFiles(promptFiles, silent), enumerable: true },
    programs: { value: programs && guardedPrograms(programs, silent), enumerable: true },
    patientFiles: { value: far, enumerable: true },
  });
}

/** Disks come and go: the table is read again as often as files are. */
function patientFiles(): FarFiles {
  let mountOf: ((path: string) => string | undefined) | undefined;
  const current = (path: string) => {
    mountOf ??= farMounts(mountTable());
    return mountOf(path);
  };
  const files = new FarFiles(promptFiles, current, askingFarLate());
  const forget = files.forget.bind(files);
  files.forget = () => {
    mountOf = undefined;
    forget();
  };
  return files;
}

/** Few machines have a far disk: what asks for it is loaded when there is something to ask. */
function askingFarLate(): AskFar {
  let loading: Promise<AskFar> | undefined;
  return (mount, question, answered) => {
    loading ??= import('./far-files').then(({ askingFar }) => askingFar([program() ?? '', farFilesArgument]));
    void loading.then((ask) => ask(mount, question, answered));
  };
}
