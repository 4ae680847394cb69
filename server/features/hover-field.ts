import { type FieldDoc, type Schema, typeName } from '../schema';

/** What the plugin gets as standard input, by interactiveMode. */
const interactiveModes = `| Standard input | with a terminal | without one |
| --- | --- | --- |
| \`Never\` | empty | empty |
| \`IfAvailable\` | the terminal | empty |
| \`Always\` | the terminal | kubectl fails |`;

/** The hover on a field's key. */
export function describeField(name: string, schema: Schema, doc: FieldDoc): string {
  return paragraphs(
    `**${name}** · ${typeName(schema)}`,
    doc.description,
    name === 'interactiveMode' ? interactiveModes : valueList(doc),
    facts(doc),
    referenceTo(doc),
  );
}

/** The hover on one of a field's values, if it is documented. */
export function describeValue(name: string, value: string, doc: FieldDoc): string | undefined {
  if (!doc.values || !Object.hasOwn(doc.values, value)) return undefined;
  return paragraphs(`**${value}** · ${name}`, doc.values[value], referenceTo(doc));
}

export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

function referenceTo(doc: FieldDoc): string {
  return `[Kubernetes reference](${doc.link})`;
}

function valueList(doc: FieldDoc): string | undefined {
  const values = Object.entries(doc.values ?? {});
  // The description says it already if there is but one.
  if (values.length < 2) return undefined;
  return values.map(([value, meaning]) => `- \`${value}\`: ${meaning}`).join('\n');
}

function facts(doc: FieldDoc): string {
  const first = [
    doc.required ? (doc.required === 'yes' ? 'Required' : `Required ${doc.required}`) : 'Optional',
    doc.default && `Default: ${doc.default}`,
    doc.since && `Since Kubernetes ${doc.since}`,
    doc.until && `Until Kubernetes ${doc.until}`,
  ];
  const lines = [
    first.filter(Boolean).join(' · '),
    doc.sensitive && '**Sensitive**: holds a credential',
    doc.execInfo && `Plugin receives: \`${doc.execInfo}\`, if \`provideClusterInfo\` is \`true\``,
  ];
  return lines.filter(Boolean).join('  \n');
}
