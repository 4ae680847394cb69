import type { Severity } from './rule';

/** How a rule is to be shown, instead of with its own severity. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['off', 'error', 'warning', 'information', 'hint'];

/** By the code of the rule. What kubectl accepts does not depend on it. */
export type Levels = ReadonlyMap<string, Level>;

export interface ReadLevels {
  readonly levels: Levels;
  /** What is wrong with the setting, a sentence each. */
  readonly problems: readonly string[];
}

/** What a setting says: an object of codes and levels. `known`: all codes. */
export function readLevels(setting: unknown, known: ReadonlySet<string>): ReadLevels {
  const read = new Map<string, Level>();
  const problems: string[] = [];
  const isObject = typeof setting === 'object' && setting !== null && !Array.isArray(setting);
  for (const [code, level] of isObject ? Object.entries(setting) : []) {
    if (!known.has(code)) problems.push(`There is no rule "${shortened(code)}".`);
    else if (isLevel(level)) read.set(code, level);
    else problems.push(`The level of rule "${code}" is none of ${levels.join(', ')}.`);
  }
  return { levels: read, problems };
}

export function isLevel(level: unknown): level is Level {
  return (levels as readonly unknown[]).includes(level);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
