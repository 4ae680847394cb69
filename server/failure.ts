/** The kind of an exception and where it comes from, without its message, which may quote a document. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.constructor.name, ...frames].join('\n');
}
