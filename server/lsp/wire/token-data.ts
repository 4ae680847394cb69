/** Semantic tokens as numbers: each place counts from the token before. */
export class TokenData {
  readonly numbers: number[] = [];
  #line = 0;
  #character = 0;

  push(line: number, character: number, length: number, type: number, modifiers: number): void {
    const lines = line - this.#line;
    const characters = lines === 0 ? character - this.#character : character;
    this.numbers.push(lines, characters, length, type, modifiers);
    this.#line = line;
    this.#character = character;
  }
}
