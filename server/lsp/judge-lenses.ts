import type { CodeLens } from 'vscode-languageserver';
import { judgePlace } from '../features/judge-targets';
import { type JudgeSelection, judgeCommand } from '../protocol';
import { rangeIn } from './scope';
import type { Served } from './served';

/** Only for a client that carries out their command. */
export function judgeLensesIn(uri: string, { documents, session }: Served): CodeLens[] {
  const open = documents.find(uri);
  if (!session.judgeCommand || open?.document.kind !== 'exec-credential') return [];
  const place = judgePlace(open.document);
  if (!place) return [];
  const selection: JudgeSelection = { uri };
  const command = { title: 'Judge as kubectl would…', command: judgeCommand, arguments: [selection] };
  return [{ range: rangeIn(open.text, place), command }];
}
