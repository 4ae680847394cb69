import { printable } from '../printable';

export function write(text: string): void {
  process.stdout.write(text);
}

export function writeJson(value: unknown): void {
  write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Says what went wrong; returns the exit status. */
export function failure(problem: string): 2 {
  process.stderr.write(`kubeconfig-exec: ${printable(problem)}\n`);
  return 2;
}

/** Says what is wrong with the command line; returns the exit status. */
export function usageError(problem: string, topic?: 'check' | 'run'): 2 {
  failure(problem);
  const help = topic ? `kubeconfig-exec help ${topic}` : 'kubeconfig-exec --help';
  process.stderr.write(`Run "${help}" for the usage.\n`);
  return 2;
}

/** A reader who has seen enough is no error; a full disk is. */
export function watchOutput(): void {
  const ended = new Set(['EPIPE', 'EOF', 'EIO']);
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!ended.has(error.code ?? '')) process.exit(failure(`cannot write the output (${error.code})`));
  });
}
