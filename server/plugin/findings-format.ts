import { nodeAt } from '../document/node';
import { GoScanner } from '../go/json-scanner';
import type { ReportFinding } from '../protocol';
import { execGroup } from '../schema';
import type { Judgement } from './judge';

type Format = Pick<ReportFinding, 'code' | 'message' | 'fix'>;

/** What is wrong with the form of stdout, in words that help more than a parser's. */
export function formatFindings(stdout: Buffer, judgement: Judgement, apiVersion: string): ReportFinding[] {
  const found = judgement.refusal ? formatFault(stdout, judgement, apiVersion) : undefined;
  return found ? [{ severity: 'warning', ...found }] : [];
}

function formatFault(stdout: Buffer, judgement: Judgement, apiVersion: string): Format | undefined {
  const reason = judgement.refusal?.reason;
  if (reason === 'api-version-mismatch') return versionFault(judgement, apiVersion);
  if (reason === 'no-status' || reason === 'no-credential') return nearMiss(judgement);
  if (reason === 'bad-stdout-syntax' || reason === 'not-an-object' || reason === 'unknown-kind') {
    return textFault(stdout.subarray(0, 1024 * 1024).toString('utf8'));
  }
  return undefined;
}

function versionFault({ envelope }: Judgement, apiVersion: string): Format {
  if (envelope === '__internal') {
    return { code: 'api-version-missing', message: `stdout has no apiVersion. Add ${apiVersion}.` };
  }
  const spoken = `${execGroup}/${envelope}`;
  const message = `The plugin speaks ${spoken}. Set apiVersion of the exec block to that, or configure the plugin.`;
  return {
    code: 'other-api-version',
    message,
    fix: { title: `Set apiVersion to ${envelope}`, apiVersion: spoken },
  };
}

/** What of `status` is meant, by names in lower case that kubectl does not look for. */
export const misnamed: Readonly<Record<string, string>> = {
  token: 'token',
  accesstoken: 'token',
  access_token: 'token',
  id_token: 'token',
  idtoken: 'token',
  bearertoken: 'token',
  clientcertificatedata: 'clientCertificateData',
  'client-certificate-data': 'clientCertificateData',
  clientkeydata: 'clientKeyData',
  'client-key-data': 'clientKeyData',
};

function nearMiss({ document }: Judgement): Format | undefined {
  const root = document?.root;
  if (root?.kind !== 'mapping') return undefined;
  const status = root.pairs.find(({ name }) => name.toLowerCase() === 'status');
  if (status && status.name !== 'status') {
    return { code: 'misnamed-field', message: 'The field must be named status, in lower case.' };
  }
  const places = [status?.value, root, nodeAt(root, 'spec')];
  for (const place of places) {
    const names = place?.kind === 'mapping' ? place.pairs.map(({ name }) => name) : [];
    const right = names.map((name) => misnamed[name.toLowerCase()]).find((name) => name !== undefined);
    if (!right || (place === status?.value && names.includes(right))) continue;
    return { code: 'misnamed-field', message: `kubectl looks for the credential in status.${right} only.` };
  }
  return undefined;
}

const awsOutput = /^-{20,}\r?\n\|\s*GetToken|^\S*\tExecCredential\b|^ExecCredential\t|^STATUS\t/m;

function textFault(text: string): Format | undefined {
  if (awsOutput.test(text)) {
    const message = 'The AWS CLI printed a table or text. Add "--output" and "json" to args.';
    return { code: 'aws-output-format', message };
  }
  if (/^\s*<(?:!doctype|html)/i.test(text)) {
    const message = 'stdout is a web page, such as a log-in form or an error of a proxy.';
    return { code: 'html-output', message };
  }
  const at = text.search(/\{\s*"(?:kind|apiVersion|status|spec)"/);
  if (at > 0 && text.slice(0, at).trim() !== '' && !isInside(text, at)) {
    const message = 'stdout has text before the JSON. Print it to stderr instead.';
    return { code: 'text-before-json', message };
  }
  if (at === -1 || !hasMoreAfter(text.slice(at))) return undefined;
  const message = 'stdout has text after the JSON. Print it to stderr instead, and only one object.';
  return { code: 'text-after-json', message };
}

/** A brace in the middle of an object is not where JSON starts. */
function isInside(text: string, at: number): boolean {
  return text.trimStart().startsWith('{') && at > 0 && text.slice(0, at).trimEnd().endsWith(':');
}

function hasMoreAfter(text: string): boolean {
  try {
    new GoScanner(Buffer.from(text)).read();
    return false;
  } catch (error) {
    return (error as Error).message.endsWith('after top-level value');
  }
}
