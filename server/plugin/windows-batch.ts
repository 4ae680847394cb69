import { join } from 'node:path';

/**
 * Node.js does not start a batch file without a shell, and cmd.exe reads arguments in a way that can't
 * be quoted in general. So it gets only such arguments that mean the same to it as to everyone.
 */
export function windowsBatch(
  path: string,
  args: readonly string[],
): { readonly path: string; readonly args: readonly string[] } | Error | undefined {
  if (process.platform !== 'win32' || !/\.(?:bat|cmd)$/i.test(path)) return undefined;
  if ([path, ...args].some((arg) => !/^[\w ./:=@,+~()\\-]*$/.test(arg) || arg.endsWith('\\'))) {
    return Object.assign(new Error('unsafe argument for a batch file'), { code: 'EINVAL' });
  }
  const quoted = [path, ...args].map((arg) => `"${arg}"`).join(' ');
  const shell = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'cmd.exe');
  return { path: shell, args: ['/d', '/s', '/c', `"${quoted}"`] };
}
