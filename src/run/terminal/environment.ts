import * as vscode from 'vscode';

/** The variables of a terminal for the server's own program, which it is given before anything that settings add. */
export function environmentWith(
  given: Readonly<Record<string, string>>,
): Record<string, string | null | undefined> {
  return { ...withoutSettings(), ...process.env, COLORTERM: 'truecolor', TERM_PROGRAM: 'vscode', ...given };
}

/**
 * Takes away what settings, which may be those of a workspace, add to terminals: NODE_OPTIONS could make the program load
 * another's code. `strictEnv` alone does not: VS Code does not hand it on to a remote machine.
 */
function withoutSettings(): Record<string, null> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const settings = [undefined, ...folders.map(({ uri }) => uri)].map((scope) =>
    vscode.workspace.getConfiguration('terminal.integrated.env', scope),
  );
  const names = settings.flatMap((each) =>
    ['linux', 'osx', 'windows'].flatMap((name) => Object.keys(each.get(name, {}) ?? {})),
  );
  return Object.fromEntries(names.map((name) => [name, null]));
}
