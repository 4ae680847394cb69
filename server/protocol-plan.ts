/** A file that becomes code when a plugin is run, or the folder that decides which one does. */
export interface ProgramFile {
  /**
   * `interpreter`: of a script's first line. `script`: a program among the arguments, or what an interpreter is to run.
   * `folder`: the working folder, where the arguments or the program's ways depend on it.
   */
  readonly role: 'program' | 'interpreter' | 'script' | 'folder';
  /** Absolute, links followed, masked where it holds a secret. */
  readonly path: string;
  /** Of its content, or of what the file system says of it; `null` for a folder. */
  readonly fingerprint: string | null;
}
