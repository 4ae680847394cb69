import { ruleCodes } from '../rules';
import { type Levels, levels, readLevels } from '../rules/levels';

/** The values of `--rule`, each `CODE=LEVEL`, or words on what is wrong with them. */
export function levelsOf(values: readonly string[]): Levels | { readonly problem: string } {
  const pairs = values.map((value) => value.split(/=(.*)/s));
  const incomplete = pairs.findIndex(([code, level]) => !code || !level);
  if (incomplete >= 0) {
    return { problem: `--rule takes CODE=LEVEL, not "${values[incomplete]}"; LEVEL is ${levels.join(', ')}` };
  }
  const setting = Object.fromEntries(pairs.map(([code, level]) => [code, level]));
  const { levels: read, problems } = readLevels(setting, ruleCodes);
  const [problem] = problems;
  return problem === undefined ? read : { problem: `--rule: ${problem.replace(/\.$/, '')}` };
}
