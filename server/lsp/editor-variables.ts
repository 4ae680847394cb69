import type { Environment } from '../environment';

/** VS Code starts its own processes with these: an Electron program that inherits the first becomes plain Node.js. */
const editors = /^(?:ELECTRON_|VSCODE_|CHROME_DESKTOP$|NODE_CHANNEL_FD$|NODE_UNIQUE_ID$)/;

/** The environment as a terminal of the editor would have it, which is what kubectl would pass on. */
export function withoutEditorVariables(environment: Environment): Environment {
  // A process has its variables from its beginning on; rules ask for them once for each user.
  let variables: Environment['variables'] | undefined;
  return {
    ...environment,
    get cwd() {
      return environment.cwd;
    },
    get variables() {
      variables ??= Object.fromEntries(
        Object.entries(environment.variables).filter(([name]) => !editors.test(name)),
      );
      return variables;
    },
  };
}
