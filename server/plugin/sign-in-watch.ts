import { StringDecoder } from 'node:string_decoder';
import type { Environment } from '../environment';
import { notJudged } from './judge';
import { scrubbersFor } from './scrubbers';
import { mayShow } from './sign-in-secrets';
import { type SignIn, signInsIn } from './sign-in-text';
import type { StderrListener } from './spawn';
import type { ExecTarget } from './target';
import { terminalText } from './terminal-text';

/** Of the last text that is looked at, in UTF-16 units. */
const longest = 16 * 1024;
/** Whoever writes no more for so long waits, and the last line is whole. */
const quietMs = 250;
/** Whoever writes all the time, such as one with a clock, is looked at so often. */
const everyMs = 1000;
/** More than these are told of no run. */
const mostSignIns = 3;

/** For a run of a target. What the plugin has printed by then is known to be secret, too. */
export function signInWatch(
  target: ExecTarget,
  environment: Environment,
  tell: (signIn: SignIn) => void,
): SignInWatch {
  const mayTell = (signIn: SignIn, stdout: Buffer) =>
    mayShow(signIn, scrubbersFor(target, environment, { stdout }, notJudged).output, target);
  return new SignInWatch(mayTell, tell);
}

/** Looks at standard error as it comes for an address to log in at. */
export class SignInWatch implements StderrListener {
  readonly #decoder = new StringDecoder('utf8');
  readonly #told = new Set<string>();
  #text = '';
  #timer: NodeJS.Timeout | undefined;
  #since = 0;
  #stdout: () => Buffer = () => Buffer.alloc(0);

  /** `mayTell` is asked about each before it is told. */
  constructor(
    private readonly mayTell: (signIn: SignIn, stdout: Buffer) => boolean,
    private readonly tell: (signIn: SignIn) => void,
  ) {}

  add(chunk: Buffer, stdout: () => Buffer): void {
    if (this.#told.size >= mostSignIns) return;
    this.#stdout = stdout;
    this.#text += this.#decoder.write(chunk.subarray(-4 * longest));
    if (this.#text.length > 2 * longest) this.#text = this.#text.slice(-longest);
    const now = performance.now();
    if (!this.#timer) this.#since = now;
    if (now - this.#since > everyMs) this.#look();
    else this.#wait();
  }

  /** The run is over: nobody has to log in any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#told.clear();
    this.#text = '';
  }

  #wait(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#look(), quietMs);
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const found = signInsIn(terminalText(this.#text.slice(-longest)).text);
    for (const signIn of found.slice(-mostSignIns)) {
      const key = `${signIn.url} ${signIn.code}`;
      if (this.#told.size >= mostSignIns) return;
      if (this.#told.has(key) || !this.mayTell(signIn, this.#stdout())) continue;
      this.#told.add(key);
      this.tell(signIn);
    }
  }
}
