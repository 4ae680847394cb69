import { isDeepStrictEqual } from 'node:util';
import {
  FileError,
  type FileStat,
  type Files,
  type FolderItem,
  type PatientFiles,
  Withheld,
} from '../environment';
import type { FileAnswer, FileQuestion } from './far-files';

/** Answers a question about a file some time, or, when its disk is far and gone, never. */
export type AskFar = (mount: string, question: FileQuestion, answered: (answer: FileAnswer) => void) => void;

interface Known {
  answer?: FileAnswer;
  asked: boolean;
}

const mostAnswers = 20_000;
/** A disk that answers takes no longer. */
const silentMs = 1000;

/**
 * Files, but nobody waits for those on a far disk: what is not known of them is asked for in another process, and is
 * withheld until then. A system call on a file whose server is gone does not return.
 */
export class FarFiles implements PatientFiles {
  readonly #known = new Map<string, Known>();
  /** Of each disk when what it has not answered was asked, and whether it has ever answered. */
  readonly #disks = new Map<string, { readonly waiting: Map<string, number>; answered: boolean }>();
  changed = () => {};

  /** `mountOf`: where the far disk is mounted that a path leads to. */
  constructor(
    private readonly files: Files,
    private readonly mountOf: (path: string) => string | undefined,
    private readonly ask: AskFar,
  ) {}

  read(path: string, length?: number): Uint8Array {
    const mount = this.mountOf(path);
    if (mount === undefined) return this.files.read(path, length);
    const question: FileQuestion = { what: 'read', path, ...(length !== undefined && { length }) };
    const answer = this.#answer(mount, question);
    if ('reason' in answer) throw new FileError(path, answer.reason, answer.operation);
    return answer.value as Uint8Array;
  }

  stat(path: string): FileStat | undefined {
    const mount = this.mountOf(path);
    if (mount === undefined) return this.files.stat(path);
    return this.#value(mount, { what: 'stat', path }) as FileStat | undefined;
  }

  list(path: string): readonly FolderItem[] {
    const mount = this.mountOf(path);
    if (mount === undefined) return this.files.list(path);
    return (this.#value(mount, { what: 'list', path }) ?? []) as FolderItem[];
  }

  links(path: string): readonly string[] {
    return this.mountOf(path) === undefined ? (this.files.links?.(path) ?? []) : [];
  }

  forget(): void {
    for (const known of this.#known.values()) known.asked = false;
  }

  drop(): void {
    this.#known.clear();
  }

  /** The far disk that a path leads to, if it is not known to answer. */
  silent(path: string): string | undefined {
    const mount = this.mountOf(path);
    const disk = mount === undefined ? undefined : this.#disks.get(mount);
    if (!disk) return undefined;
    const [first] = disk.waiting.values();
    if (first === undefined) return undefined;
    return !disk.answered || performance.now() - first > silentMs ? mount : undefined;
  }

  #value(mount: string, question: FileQuestion): unknown {
    const answer = this.#answer(mount, question);
    return 'value' in answer ? answer.value : undefined;
  }

  /** Throws `Withheld` as long as there is none. */
  #answer(mount: string, question: FileQuestion): FileAnswer {
    const key = JSON.stringify(question);
    if (this.#known.size >= mostAnswers) this.#known.clear();
    const known: Known = this.#known.get(key) ?? { asked: false };
    this.#known.set(key, known);
    if (!known.asked) {
      known.asked = true;
      const disk = this.#disks.get(mount) ?? { waiting: new Map(), answered: false };
      this.#disks.set(mount, disk);
      disk.waiting.set(key, performance.now());
      this.ask(mount, question, (answer) => {
        disk.answered = true;
        disk.waiting.delete(key);
        if (isDeepStrictEqual(answer, known.answer)) return;
        known.answer = answer;
        this.changed();
      });
    }
    if (!known.answer) throw new Withheld(question.path, `${mount} has not answered yet`);
    return known.answer;
  }
}
