import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../../server/environment';
import { nodeEnvironment } from '../../../server/environment-node';

const machine = join(dirname(fileURLToPath(import.meta.url)), 'machine');

/** Real files, but a PATH, a home folder and a clock of its own: what else is on this machine must not matter. */
export function machineAt(date = '2030-01-01', variables: Environment['variables'] = {}): Environment {
  return {
    ...nodeEnvironment,
    cwd: machine,
    home: join(machine, 'home'),
    variables: { PATH: join(machine, 'bin'), ...variables },
    now: () => Date.parse(date),
  };
}
