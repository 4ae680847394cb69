import type { Environment, PatientFiles } from '../environment';
import { nodeEnvironment, promptFiles } from '../environment-node';
import { farFilesArgument } from './arguments';
import { askingFar } from './far-files';
import { farMounts, mountTable } from './far-mounts';
import { FarFiles } from './patient-files';

/** The machine for a server, which waits for nothing. */
export const promptEnvironment: Environment = Object.defineProperties({} as Environment, {
  ...Object.getOwnPropertyDescriptors(nodeEnvironment),
  files: { value: promptFiles, enumerable: true },
  patientFiles: { value: patientFiles(), enumerable: true },
});

/** Disks come and go: the table is read again as often as files are. */
function patientFiles(): PatientFiles {
  let mountOf: ((path: string) => string | undefined) | undefined;
  const current = (path: string) => {
    mountOf ??= farMounts(mountTable());
    return mountOf(path);
  };
  const files = new FarFiles(promptFiles, current, askingFar([__filename, farFilesArgument]));
  const forget = files.forget.bind(files);
  files.forget = () => {
    mountOf = undefined;
    forget();
  };
  return files;
}
