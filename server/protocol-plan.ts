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

/** What a run can have instead. */
export interface RunChoices {
  /** Names that kubectl finds, in the order of the file. */
  readonly contexts: readonly string[];
  readonly clusters: readonly string[];
  /** Of the variables of the user's exec block. */
  readonly envNames: readonly string[];
  /** `client.authentication.k8s.io/…`, as the newest release knows them, the newest first. */
  readonly apiVersions: readonly string[];
  /** Releases of kubectl that can be done as, such as `1.36`, the newest first. */
  readonly kubernetesVersions: readonly string[];
  /** Absolute path of the folder that a run is in unless another is named. */
  readonly cwd: string;
}
