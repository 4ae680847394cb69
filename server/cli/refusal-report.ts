import type { Choice } from '../run';

/** For a file that kubectl refuses before it runs the plugin. */
export function refusalReport(choice: Extract<Choice, { kind: 'refused' }>) {
  return {
    verdict: 'rejected',
    reason: 'kubeconfig-refused',
    summary: choice.message,
    kubectl: choice.kubectl,
    execInfo: null,
    process: null,
    credential: null,
    stderr: '',
    findings: [],
  };
}
