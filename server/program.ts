let file: string | undefined;

/** The file that is started again for what needs a process of its own; before `setProgram`, nothing does. */
export const program = (): string | undefined => file;

export function setProgram(path: string): void {
  file = path;
}
