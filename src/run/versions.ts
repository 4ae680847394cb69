import { release } from 'node:os';
import * as vscode from 'vscode';
import type { Row } from '../../server/describe-report';

/** What a report was made with, for whoever reads it elsewhere. */
export function versionRows(): Row[] {
  const own = vscode.extensions.getExtension('kubeconfig-exec.kubeconfig-exec')?.packageJSON as
    | { readonly version?: string }
    | undefined;
  const version = vscode.workspace.getConfiguration('kubeconfigExec').get('kubernetesVersion', '');
  return [
    { label: 'Kubeconfig Exec', value: own?.version ?? 'unknown' },
    {
      label: 'VS Code',
      value: `${vscode.version}${vscode.env.remoteName ? ` (${vscode.env.remoteName})` : ''}`,
    },
    { label: 'Platform', value: `${process.platform} ${process.arch}, ${release()}` },
    { label: 'Done as kubectl', value: version === '' ? 'the newest known' : version },
  ];
}
