import { randomUUID } from 'node:crypto';
import { type CommandRun, dependsOnFolder, executedFiles } from '../command/executed';
import type { Environment } from '../environment';
import type { ProgramFile } from '../protocol';
import type { ExecTarget } from './target';

/** The files that become code when a target is run; nothing where there is no executable. `path`: of that. */
export async function programFiles(
  target: ExecTarget,
  path: string | null,
  environment: Environment,
): Promise<ProgramFile[]> {
  const run = path === null ? undefined : commandRun(target, path, environment);
  if (!run) return [];
  const { programs } = environment;
  const files = executedFiles(run, environment).map(async ({ role, path }): Promise<ProgramFile> => {
    const fingerprint = (await programs?.fingerprint(path)) ?? `file:${randomUUID()}`;
    return { role, path: programs?.realPath(path) ?? path, fingerprint };
  });
  const folder: ProgramFile[] = dependsOnFolder(run, environment)
    ? [{ role: 'folder', path: programs?.realPath(run.cwd) ?? run.cwd, fingerprint: null }]
    : [];
  return [...(await Promise.all(files)), ...folder];
}

/** Differs when one of these files has changed or leads elsewhere. */
export function stateOf(target: ExecTarget, path: string | null, environment: Environment): string {
  if (path === null) return '';
  const { programs } = environment;
  const files = executedFiles(commandRun(target, path, environment), environment);
  return JSON.stringify(
    files.map((file) => [file.path, programs?.realPath(file.path), programs?.state(file.path)]),
  );
}

function commandRun({ exec }: ExecTarget, path: string, environment: Environment): CommandRun {
  const searchPath =
    exec.env.findLast(({ name }) => name === 'PATH')?.value ?? environment.variables['PATH'] ?? '';
  return { path, args: exec.args, cwd: environment.cwd, searchPath };
}
