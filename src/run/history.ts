import * as vscode from 'vscode';
import type { JudgeRequest, RunReport, RunRequest } from '../../server/protocol';

/** What a report is the answer to; asked again, it is made anew. */
export type Asked =
  | { readonly kind: 'run'; readonly request: RunRequest }
  | { readonly kind: 'judge'; readonly request: JudgeRequest };

/** A run or a judgement of this window. */
export interface Run {
  /** Counts up, from 1. */
  readonly id: number;
  readonly report: RunReport;
  readonly asked: Asked;
}

/** Older ones are forgotten. */
const mostRuns = 20;

/** The last runs of this window, whoever has asked for them. Nothing of it is written anywhere. */
export class RunHistory implements vscode.Disposable {
  readonly #added = new vscode.EventEmitter<Run>();
  readonly #runs: Run[] = [];
  #count = 0;

  /** Told after each run, before anybody shows it. */
  readonly onDidAdd = this.#added.event;

  /** The newest last. */
  get runs(): readonly Run[] {
    return this.#runs;
  }

  add(report: RunReport, asked: Asked): Run {
    this.#count += 1;
    const run = { id: this.#count, report, asked };
    this.#runs.push(run);
    if (this.#runs.length > mostRuns) this.#runs.shift();
    this.#added.fire(run);
    return run;
  }

  dispose(): void {
    this.#added.dispose();
  }
}

/** URI of the file with the exec block that a report is about, if there is one. */
export function kubeconfigOf({ kind, request }: Asked): string | undefined {
  return kind === 'run' ? request.uri : request.target?.kubeconfig;
}
