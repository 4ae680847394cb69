import { FileError, type Files } from '../environment';
import { promptFiles } from '../environment-node';
import type { FileAnswer, FileQuestion } from './far-files';

/** What the other process does: it answers one question after the other, and ends with the one that has started it. */
export function lookAtFiles(files: Files = promptFiles): void {
  process.on('message', (message) => {
    const { id, question } = message as { id: number; question: FileQuestion };
    process.send?.({ id, answer: answerTo(question, files) });
  });
  process.on('disconnect', () => process.exit());
}

function answerTo({ what, path, length }: FileQuestion, files: Files): FileAnswer {
  try {
    if (what === 'read') return { value: files.read(path, length) };
    return { value: what === 'stat' ? files.stat(path) : files.list(path) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { reason: error.reason, operation: error.operation };
  }
}
