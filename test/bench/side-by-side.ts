import { execFileSync } from 'node:child_process';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  type Range,
  RenameRequest,
} from 'vscode-languageserver/node';
import type { Client } from '../protocol/client';
import { root } from '../protocol/paths';
import { say } from '../runner/say';
import { generate, generateJson, userText } from './kubeconfig';
import { type Measure, type Row, summary } from './result';
import { ourServer, peakMemory, type Subject, yamlServer } from './servers';
import { positionAt } from './text';

interface Document {
  readonly what: string;
  readonly entries: number;
  readonly text: string;
  readonly languageId: 'yaml' | 'json';
}

const documents = (): Document[] => [
  ...[10, 100, 1000, 5000].map((entries): Document => {
    return { what: `${entries} entries`, entries, text: generate(entries), languageId: 'yaml' };
  }),
  { what: '1000 entries, JSON', entries: 1000, text: generateJson(1000), languageId: 'json' },
];

/** Our server and the usual one for YAML, on the same documents, one after the other. */
export const measureSideBySide: Measure = async (bundles) => {
  const rows: Row[] = [];
  for (const document of documents()) {
    const times = [1, 2, 3].map(() => parsedOnce(document.text));
    const what = `parse in a new process, ${document.what}`;
    rows.push({ subject: 'yaml package', what, unit: 'ms', ...summary(times) });
    const [ours, theirs] = [
      await measured(ourServer(bundles), document),
      await measured(yamlServer, document),
    ];
    rows.push(...ours.map((row) => withRatio(row, theirs)), ...theirs);
  }
  return rows;
};

function measured(subject: Subject, document: Document): Promise<Row[]> {
  say(`  ${subject.name}: ${document.what}`);
  return new Session(subject, document).rows();
}

/** Medians against medians. */
function withRatio(row: Row, others: readonly Row[]): Row {
  const other = others.find(({ what }) => what === row.what);
  return other ? { ...row, ratio: other.median / row.median } : row;
}

/** In a process that has done nothing else, as a server has when its first text is opened. */
function parsedOnce(text: string): number {
  const script = `const { parseDocument } = require('yaml');
    const text = require('node:fs').readFileSync(0, 'utf8');
    const before = performance.now();
    parseDocument(text);
    process.stdout.write(String(performance.now() - before));`;
  const options = { input: text, cwd: root, encoding: 'utf8' } as const;
  return Number(execFileSync(process.execPath, ['-e', script], options));
}

interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** One server, started for one document. */
class Session {
  readonly #rows: Row[] = [];
  readonly #uri: string;
  #client!: Client;
  readonly #text: string;
  #version = 1;

  constructor(
    private readonly subject: Subject,
    private readonly document: Document,
  ) {
    this.#text = document.text;
    this.#uri = `file:///home/jane/${document.entries}${document.languageId}/.kube/config`;
  }

  /** The slow one is not asked a hundred times what takes it seconds. */
  get #count(): number {
    if (this.subject.name === 'ours') return 100;
    return this.document.entries < 1000 ? 20 : this.document.entries < 5000 ? 8 : 2;
  }

  async rows(): Promise<Row[]> {
    await this.#start();
    const { entries } = this.document;
    for (const [where, entry] of [
      ['start', 0],
      ['middle', entries >> 1],
      ['end', entries - 1],
    ] as const) {
      await this.#edits(`edit at the ${where}`, this.#modeEdits(entry));
    }
    await this.#edits('add and remove an entry', this.#entryEdits(entries >> 1));
    await this.#requests();
    const memory = peakMemory(this.#client.process.pid);
    if (memory !== undefined) this.#add('peak memory', 'MiB', [memory]);
    this.#client.kill();
    await this.#client.exited();
    return this.#rows;
  }

  #add(what: string, unit: Row['unit'], values: readonly number[]): void {
    const { name: subject } = this.subject;
    this.#rows.push({ subject, what: `${what}, ${this.document.what}`, unit, ...summary(values) });
  }

  async #start(): Promise<void> {
    const starts: number[] = [];
    for (let run = 0; run < 3; run++) {
      const before = performance.now();
      this.#client = await this.subject.start();
      starts.push(performance.now() - before);
      if (run < 2) this.#client.kill();
    }
    this.#add('start to initialize', 'ms', starts);
    const before = performance.now();
    await this.#client.open(this.#uri, this.#text, this.document.languageId);
    await this.#published(0);
    this.#add('open to diagnostics', 'ms', [performance.now() - before]);
  }

  /** Until so many faults are told. Each edit makes one, or takes it away. */
  async #published(faults: number): Promise<void> {
    await this.#client.latest(this.#uri, ({ diagnostics }) => diagnostics.length === faults);
  }

  /** Makes two edits by turns; after both the text is as it was. */
  async #edits(what: string, edits: readonly [Edit, Edit]): Promise<void> {
    const times: number[] = [];
    for (let index = 0; index < this.#count; index++) {
      const isFirst = index % 2 === 0;
      this.#version++;
      const before = performance.now();
      await this.#client.change(this.#uri, this.#version, edits[isFirst ? 0 : 1]);
      await this.#published(isFirst ? 1 : 0);
      times.push(performance.now() - before);
    }
    this.#add(what, 'ms', times);
  }

  #edit(at: number, length: number, text: string): Edit {
    const range = { start: positionAt(this.#text, at), end: positionAt(this.#text, at + length) };
    return { range, text };
  }

  #modeEdits(entry: number): [Edit, Edit] {
    const name = this.#text.indexOf(`profile-${entry}${this.document.languageId === 'json' ? '"' : '\n'}`);
    const at = this.#text.indexOf('IfAvailable', name);
    const [good, bad] = ['IfAvailable', 'Sometimes'];
    const change = this.#edit(at, good.length, bad);
    const { start } = change.range;
    const end = { line: start.line, character: start.character + bad.length };
    return [change, { range: { start, end }, text: good }];
  }

  #entryEdits(entry: number): [Edit, Edit] {
    const text = userText(this.document.languageId);
    const marker =
      this.document.languageId === 'json' ? `"name": "user-${entry}"` : `  - name: user-${entry}\n`;
    const found = this.#text.lastIndexOf(marker);
    const at = this.document.languageId === 'json' ? this.#text.lastIndexOf('{', found) : found;
    const insert = this.#edit(at, 0, text);
    const { start } = insert.range;
    const lines = text.split('\n');
    const last = lines.at(-1) ?? '';
    const end = { line: start.line + lines.length - 1, character: last.length };
    return [insert, { range: { start, end }, text: '' }];
  }

  async #requests(): Promise<void> {
    const { connection } = this.#client;
    const textDocument = { uri: this.#uri };
    const mode = this.#text.lastIndexOf('interactiveMode');
    const key = { textDocument, position: positionAt(this.#text, mode + 3) };
    const value = {
      textDocument,
      position: positionAt(this.#text, this.#text.indexOf('IfAvailable', mode) + 2),
    };
    await this.#asks('hover', () => connection.sendRequest(HoverRequest.type, key));
    await this.#asks('completion', () => connection.sendRequest(CompletionRequest.type, value));
    await this.#asks('symbols', () => connection.sendRequest(DocumentSymbolRequest.type, { textDocument }));
    // The other one knows no names.
    if (this.subject.name !== 'ours') return;
    const name = this.#text.indexOf('cluster-1');
    const used = this.#text.indexOf('cluster-1', this.#text.indexOf('context-1'));
    const use = { textDocument, position: positionAt(this.#text, used + 2) };
    await this.#asks('definition', () => connection.sendRequest(DefinitionRequest.type, use));
    const rename = { textDocument, position: positionAt(this.#text, name + 2), newName: 'renamed' };
    await this.#asks('rename', () => connection.sendRequest(RenameRequest.type, rename));
  }

  async #asks(what: string, ask: () => Promise<unknown>): Promise<void> {
    const times: number[] = [];
    for (let index = 0; index < this.#count; index++) {
      const before = performance.now();
      const answer = await ask();
      times.push(performance.now() - before);
      if (answer === null) throw new Error(`${this.subject.name} has no answer to ${what}`);
    }
    this.#add(what, 'ms', times);
  }
}
