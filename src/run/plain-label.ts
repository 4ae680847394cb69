import { withoutLinks } from '../../server/without-links';
import { oneLine } from './approval';

/**
 * A stranger's words, such as a name in a kubeconfig, where VS Code would make icons of `$(name)` and, in some places,
 * links that run a command: in lists to pick from, tests, terminals and language status items.
 */
export function plainLabel(text: string): string {
  return withoutLinks(oneLine(text)).replaceAll('$(', '$ (');
}
