const headerEnd = '\r\n\r\n';
/** Nobody needs more for the length of a message and its type. */
const mostHeader = 4096;

/** Takes messages out of a stream: each is a header that tells the length of the JSON behind it. */
export class Frames {
  /** What has come and is not taken yet. */
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes of the message that is awaited; `undefined` before its header is there. */
  #length: number | undefined;

  /** The texts that are whole with this. Throws where there is no header: nobody knows where the next one would be. */
  *push(chunk: Buffer): Generator<string> {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    for (;;) {
      this.#length ??= this.#header();
      if (this.#length === undefined || this.#size < this.#length) return;
      yield this.#take(this.#length).toString('utf8');
      this.#length = undefined;
    }
  }

  #header(): number | undefined {
    const end = this.#joined().indexOf(headerEnd);
    if (end === -1 && this.#size <= mostHeader) return undefined;
    const header = end === -1 ? '' : this.#take(end + headerEnd.length).toString('latin1');
    const length = /^content-length: *(\d+) *\r$/im.exec(header)?.[1];
    if (length === undefined) throw new Error('There is no length of a message.');
    return Number(length);
  }

  #take(length: number): Buffer {
    const all = this.#joined();
    const rest = all.subarray(length);
    // A view of nothing would keep all of it.
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
    return all.subarray(0, length);
  }

  #joined(): Buffer {
    const [only = Buffer.alloc(0), ...more] = this.#chunks;
    if (more.length === 0) return only;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}

export function framed(message: object): string {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}${headerEnd}${text}`;
}
