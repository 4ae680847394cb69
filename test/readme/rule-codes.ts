import { ruleCodes } from '../../server/rules';

const setting = 'kubeconfigExec.rules';

/** The text of package.json with all codes as the names that the setting knows, in their order. */
export function withRuleCodes(text: string): string {
  const manifest = JSON.parse(text);
  manifest.contributes.configuration.properties[setting].propertyNames.enum = [...ruleCodes].sort();
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
