import type { Environment } from '../environment';

/** How much of a file the kernel reads to tell what it is. */
export const headerBytes = 256;

/**
 * Why the kernel would not start a file: nothing is in it, it is a text without `#!`, its `#!` names no
 * interpreter, it is a program for another system or processor, or something else altogether.
 */
export type FormatFault = 'empty' | 'text' | 'no-interpreter' | 'foreign' | 'unknown';

/**
 * Whether the kernel itself would start this file. A text without `#!`, half a download and a program
 * for another system it would not, and neither does Go; but the C library under Node.js would hand
 * them to a shell, which runs what it takes for commands.
 */
export function isStartable(path: string, environment: Environment): boolean {
  return formatFault(path, environment) === undefined;
}

/** `undefined` also for what can't be told: a file that is not there, not executable or not readable. */
export function formatFault(path: string, environment: Environment): FormatFault | undefined {
  const { files, platform } = environment;
  if (platform === 'win32') return undefined;
  const stat = files.stat(path);
  const start = stat?.kind === 'file' && stat.executable ? startOf(path, environment) : undefined;
  if (!stat || !start) return undefined;
  if (start.toString('latin1', 0, 2) === '#!') return namesInterpreter(start) ? undefined : 'no-interpreter';
  if (platform === 'darwin') return isMach(start) ? undefined : kindOf(start);
  const runs =
    platform !== 'linux' || isElfForHere(start, stat.size) || handlersFor(start).some(isRegistered);
  return runs ? undefined : kindOf(start);

  /** Whether the kernel has been told of a program that runs such files. */
  function isRegistered(handler: string): boolean {
    return files.stat(`/proc/sys/fs/binfmt_misc/${handler}`) !== undefined;
  }
}

/** `undefined` when it can't be read: a program may be executable without being readable. */
export function startOf(path: string, { files }: Environment): Buffer | undefined {
  try {
    return Buffer.from(files.read(path, headerBytes));
  } catch {
    return undefined;
  }
}

function kindOf(start: Buffer): FormatFault {
  if (start.length === 0) return 'empty';
  const isProgram = elfKind(start) !== undefined || isMach(start) || start.toString('latin1', 0, 2) === 'MZ';
  if (isProgram) return 'foreign';
  // A web page is what a download leaves that has failed.
  const isText = !start.some((byte) => byte < 9) && !/^\s*</.test(start.toString('latin1'));
  return isText ? 'text' : 'unknown';
}

function isMach(start: Buffer): boolean {
  return machMagic.has(start.toString('hex', 0, 4));
}

/** The name ends before the end of what the kernel reads of the file. */
function namesInterpreter(start: Buffer): boolean {
  const text = start.toString('latin1') + (start.length < headerBytes ? '\n' : '');
  return /^#![ \t]*[^ \t\n]+[ \t\n]/.test(text);
}

const machMagic = new Set(['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe']);

/** Class and machine in an ELF header (EI_CLASS, e_machine), by Node.js' name for a processor. */
const elfKinds: Readonly<Record<string, readonly string[]>> = {
  arm: ['1/40'],
  arm64: ['2/183', '1/40'],
  ia32: ['1/3'],
  x64: ['2/62', '1/3', '1/62'],
};

function elfKind(start: Buffer): string | undefined {
  if (start.toString('latin1', 0, 4) !== '\x7fELF' || start.length < 20) return undefined;
  return `${start[4]}/${start[5] === 1 ? start.readUInt16LE(18) : start.readUInt16BE(18)}`;
}

function isElfForHere(start: Buffer, size: number): boolean {
  const kind = elfKind(start);
  return (
    kind !== undefined && (elfKinds[process.arch]?.includes(kind) ?? true) && hasItsSegments(start, size)
  );
}

/** Whether the table of segments (e_phoff, e_phentsize, e_phnum) is still in the file. */
function hasItsSegments(start: Buffer, size: number): boolean {
  if (start.length < 64) return false;
  if (start[5] !== 1) return true;
  const wide = start[4] === 2;
  const offset = wide ? Number(start.readBigUInt64LE(32)) : start.readUInt32LE(28);
  const at = wide ? 54 : 42;
  return offset + start.readUInt16LE(at) * start.readUInt16LE(at + 2) <= size;
}

const elfNames: Readonly<Record<string, string>> = {
  '1/3': 'i386',
  '1/40': 'arm',
  '2/62': 'x86_64',
  '2/183': 'aarch64',
};

/** The usual names of registrations for a kind of file. */
function handlersFor(start: Buffer): string[] {
  const elf = elfKind(start);
  if (elf !== undefined) return ['rosetta', `qemu-${elfNames[elf] ?? elf}`];
  const two = start.toString('latin1', 0, 2);
  if (two === 'MZ') return ['WSLInterop', 'WSLInterop-late', 'DOSWin', 'wine', 'cli'];
  return two === 'PK' ? ['jar', 'jarwrapper'] : [];
}
