import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';

// A reporter for `node --test`: a line for each file, what tests tell of their results, everything about what
// failed, and every skipped test with its reason. The sums go to the file named by KUBECONFIG_EXEC_TEST_COUNTS. Plain JavaScript, because
// Node loads reporters before it honours --import.

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let file = { path: '', passed: 0, failed: 0, skipped: 0, since: Date.now() };
  const closeFile = () => {
    const { passed, failed, skipped } = file;
    if (passed + failed + skipped === 0) {
      return '';
    }
    const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
    const seconds = ((Date.now() - file.since) / 1000).toFixed(1);
    return `${failed ? '✘' : '✔'} ${file.path}: ${counts.filter(Boolean).join(', ')} (${seconds} s)\n`;
  };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      yield data.message;
    }
    if (type === 'test:diagnostic' && !sums.test(data.message)) {
      yield `  ${data.message}\n`;
    }
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') {
      continue;
    }
    const at = path.relative(process.cwd(), data.file ?? '');
    if (at !== file.path) {
      yield closeFile();
      file = { path: at, passed: 0, failed: 0, skipped: 0, since: Date.now() };
    }
    // A file that passes as a whole is no test of its own.
    const isFile = data.name === data.file;
    const outcome = type === 'test:fail' ? 'failed' : isSkipped(data) ? 'skipped' : 'passed';
    if (outcome !== 'passed' || !isFile) {
      file[outcome] += 1;
      total[outcome] += 1;
    }
    if (outcome === 'failed' && data.details.error?.failureType !== 'subtestsFailed') {
      yield `✘ ${at}: ${data.name}\n${indent(describe(data.details.error))}\n`;
    }
    if (outcome === 'skipped') {
      yield `- ${at}: ${data.name}: ${reason(data)}\n`;
    }
  }
  yield closeFile();
  const counts = process.env.KUBECONFIG_EXEC_TEST_COUNTS;
  if (counts) {
    writeFileSync(counts, JSON.stringify(total));
  }
}

/** What Node itself tells at the end of each file. */
const sums = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

const isSkipped = (data) => data.skip !== undefined || data.todo !== undefined;

function reason({ skip, todo }) {
  const given = [skip, todo].find((value) => typeof value === 'string' && value !== '');
  return given ?? (todo === undefined ? 'skipped without a reason' : 'to do');
}

function describe(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
}

const indent = (text) => text.replace(/^/gm, '    ');
