import { type Approval, dayOf } from './approval';
import { plainLabel } from './plain-label';

export interface Labels {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** An approval in a list of them. */
export function approvalLabels(approval: Approval): Labels {
  const { program, args, user, kubeconfig, envNames, files, instead } = approval;
  const fingerprint = files
    .find(({ role }) => role === 'program')
    ?.fingerprint?.replace(/^(sha256:.{12}).*/, '$1');
  const details = [
    kubeconfig,
    `approved on ${dayOf(approval)}`,
    ...(envNames.length > 0 ? [`variables ${envNames.join(', ')}`] : []),
    ...(instead ? [`for runs ${instead}`] : []),
    ...(fingerprint?.startsWith('sha256:') ? [fingerprint] : []),
  ];
  // An argument such as $(reboot) would be taken for an icon, and not be there.
  return {
    label: plainLabel([program, ...args].join(' ')),
    description: plainLabel(user),
    detail: plainLabel(details.join(' · ')),
  };
}
