import { commandName } from '../../catalog';
import type { ExecBlock } from './exec-block';

const shells = /^(?:sh|bash|zsh|dash|ash|ksh|fish|busybox)$/;
const powershells = /^(?:pwsh|powershell)$/;

/** The script that a shell gets as an argument; undefined for another program, and for a script in a file. */
export function inlineScriptOf({ command, args }: Pick<ExecBlock, 'command' | 'args'>): string | undefined {
  const { name, from } = programOf(command, args);
  const isOption = optionOf(name);
  if (!isOption) return undefined;
  const at = args.findIndex((argument, index) => index >= from && isOption.test(argument));
  return at < 0 ? undefined : args.slice(at + 1).join(' ');
}

/** `env bash -c …` is a shell, too. */
function programOf(command: string, args: readonly string[]): { name: string; from: number } {
  const name = commandName(command);
  if (name !== 'env') return { name, from: 0 };
  const at = args.findIndex((argument) => !/^-|^\w+=/.test(argument));
  return at < 0 ? { name, from: 0 } : { name: commandName(args[at] ?? ''), from: at + 1 };
}

/** The option behind which the script stands. */
function optionOf(name: string): RegExp | undefined {
  if (shells.test(name)) return /^-[a-z]*c$/;
  if (powershells.test(name)) return /^[-/](?:c|command|enc|encodedcommand)$/i;
  return name === 'cmd' ? /^\/[ck]$/i : undefined;
}

const download = String.raw`(?:curl|wget|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b`;
const runsDownload = new RegExp(
  String.raw`${download}[^|;&\n]*\|\s*(?:sudo\s+)?(?:\S*/)?(?:sh|bash|zsh|dash|iex|Invoke-Expression|python3?|node|perl)\b|(?:eval|iex|source|\.)\s+["'(]*(?:\$\(|<\(|` +
    '`' +
    String.raw`)?\s*${download}|(?:sh|bash|zsh)\s+<\(\s*${download}`,
);

/** Whether a script runs what it loads from the network. */
export function runsWhatItDownloads(script: string): boolean {
  return runsDownload.test(script);
}

export function isDownloader(command: string): boolean {
  return /^(?:curl|wget)$/.test(commandName(command));
}
