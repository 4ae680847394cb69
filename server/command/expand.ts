import type { Environment } from '../environment';

/** `~` or `~name` at the start, `$NAME`, `${NAME}`, `$(…)`, `%NAME%`. */
const expandable = /^~([\w.-]*)(?=[/\\]|$)|\$(?:(\w+)|\{(\w+)\}|\([^)]*\))|%(\w+)%/g;

/** A text as a shell of this machine would expand it. `undefined`: a shell would have to be asked. */
export function expanded(text: string, environment: Environment): string | undefined {
  let whole = true;
  const result = text.replace(expandable, (match, user, plain, braced, percent) => {
    const value = match === '~' ? environment.home : variable(plain ?? braced ?? percent, environment);
    if (value === undefined || (user !== undefined && user !== '')) whole = false;
    return value ?? '';
  });
  return whole && result !== text ? result : undefined;
}

/** Names ignore case on Windows. */
function variable(name: string | undefined, { platform, variables }: Environment): string | undefined {
  if (name === undefined || platform !== 'win32') return name === undefined ? undefined : variables[name];
  const found = Object.keys(variables).find((key) => key.toUpperCase() === name.toUpperCase());
  return found === undefined ? undefined : variables[found];
}
