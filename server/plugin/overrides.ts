import type { RunOverrides } from '../protocol';
import type { ExecTarget, RunOptions } from './target';

/** The target with what a run is to have instead; which command is executed stays as it is. */
export function withOverrides(target: ExecTarget, overrides: RunOverrides = {}): ExecTarget {
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined);
  if (given.length === 0) return target;
  const all: RunOverrides = { ...target.overrides, ...Object.fromEntries(given) };
  const { apiVersion = target.exec.apiVersion, provideClusterInfo = target.exec.provideClusterInfo } = all;
  return { ...target, overrides: all, exec: { ...target.exec, apiVersion, provideClusterInfo } };
}

/** Whether the plugin is told that it has a terminal, and whether it gets one. */
export function interactivity(
  { exec, overrides }: ExecTarget,
  { interactive }: Pick<RunOptions, 'interactive'>,
): { readonly told: boolean; readonly given: boolean } {
  const told = overrides?.interactive ?? (exec.interactiveMode !== 'Never' && interactive);
  return { told, given: told && interactive };
}
