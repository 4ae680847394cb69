import { dirname } from 'node:path';
import type { RuleContext } from '../rules/rule';
import { filePath } from './documents';
import type { Served } from './served';
import { kubernetesVersionFor } from './session';

/**
 * What rules and refactorings may look at for a document. Without trust no file is looked at: on Windows a path in
 * a stranger's kubeconfig could make this machine log in to a stranger's file server.
 */
export function ruleContextOf(
  { machine, session }: Pick<Served, 'machine' | 'session'>,
  uri: string,
): RuleContext {
  const path = filePath(uri);
  return {
    environment: session.trusted ? machine.environment : undefined,
    directory: path === undefined ? undefined : dirname(path),
    kubernetesVersion: kubernetesVersionFor(session, uri),
    machine: machine.known,
  };
}
