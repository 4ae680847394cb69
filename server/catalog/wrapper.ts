/** A program that starts another, with the other's command line in its own arguments. */
export interface Wrapper {
  /** Names of the executable, lower case, without folder and `.exe`. */
  readonly commands: readonly string[];
  /** Its first argument, if it has to be a certain one. */
  readonly word: string | null;
  /**
   * Where the other's command line is:
   *
   * - `dashes`: after `--`
   * - `assignments`: after its own flags and `NAME=value`
   * - `image`: the first argument that is a known image; its entry point is the command
   */
  readonly starts: 'dashes' | 'assignments' | 'image';
}

export const wrappers: readonly Wrapper[] = [
  { commands: ['aws-vault', 'aws-okta', 'saml2aws', 'chamber'], word: 'exec', starts: 'dashes' },
  { commands: ['mise', 'rtx'], word: 'exec', starts: 'dashes' },
  { commands: ['op', 'doppler'], word: 'run', starts: 'dashes' },
  { commands: ['docker', 'podman', 'nerdctl'], word: 'run', starts: 'image' },
  { commands: ['env'], word: null, starts: 'assignments' },
];
