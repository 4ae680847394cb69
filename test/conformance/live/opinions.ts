import { dirname } from 'node:path';
import { decodeBytes } from '../../../server/document/bytes';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { nodeEnvironment } from '../../../server/environment-node';
import { check } from '../../../server/rules/check';
import { normal, refusalIn } from '../load-corpus';
import { configOf, type Values, valuesOf } from '../values';
import { ask, type Kubectl } from './kubectl';

/** What somebody thinks of a kubeconfig, made comparable. */
export interface Opinion {
  /** Why it is refused; `null` if it is not. */
  readonly refusal: string | null;
  /** What is read from it; `null` if nothing is. */
  readonly values: Values | null;
}

/** `path` holds the text already. */
export async function theirOpinion(kubectl: Kubectl, path: string): Promise<Opinion> {
  const cwd = dirname(path);
  const flags = ['--kubeconfig', path];
  const use = await ask(kubectl, {
    args: ['get', '--raw', '/version', '--request-timeout=3s', ...flags],
    cwd,
  });
  const unreadable = use.error.startsWith('error: error loading config file');
  const answer = { loads: !unreadable, loadError: use.error, works: use.exit === 0, useError: use.error };
  const refusal = normal(refusalIn(answer), cwd);
  if (unreadable) return { refusal, values: null };
  const view = await ask(kubectl, { args: ['config', 'view', '--raw', '-o', 'json', ...flags], cwd });
  const config = JSON.parse(view.stdout.replaceAll(cwd, '<DIR>')) as Record<string, unknown>;
  return { refusal, values: configOf(config) };
}

/** `kubernetesVersion`: of the kubectl that is asked as well. */
export function ourOpinion(path: string, kubernetesVersion: string): Opinion {
  const directory = dirname(path);
  const { text, fault } = decodeBytes(nodeEnvironment.files.read(path));
  const document = new Kubeconfig(text, fault ? [fault] : []);
  const judged = { environment: nodeEnvironment, directory, kubernetesVersion };
  const { contexts, unreadable } = check(document, judged, path);
  const current = contexts.find((context) => context.current);
  const values = unreadable === null ? valuesOf(document) : null;
  return { refusal: normal(current?.kubectl ?? null, directory), values };
}
