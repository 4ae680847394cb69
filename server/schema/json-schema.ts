import * as z from 'zod/mini';
import { execCredentialV1, execCredentialV1beta1 } from './exec-credential';
import { execGroup } from './exec-versions';
import { docOf, type FieldDoc, goTypeOf, unwrap } from './field';
import { base64Text, constraints, examples, goTime, yaml11Booleans } from './json-schema-rules';
import { kubeconfig } from './kubeconfig';

/** A JSON Schema of draft 7, the newest that every editor's YAML and JSON server reads. */
export type JsonSchema = Record<string, unknown>;

const draft = 'http://json-schema.org/draft-07/schema#';

/** The exported schemas by the name of their file. The server does without: `npm run schema` writes them. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    'kubeconfig.schema.json': {
      $schema: draft,
      $id: 'kubeconfig.schema.json',
      ...exported(kubeconfig, 'Kubeconfig', 'Clusters, users and contexts for kubectl and other clients.'),
    },
    'exec-credential.schema.json': {
      $schema: draft,
      $id: 'exec-credential.schema.json',
      title: 'ExecCredential',
      description: 'What kubectl and an exec credential plugin exchange.',
      if: { properties: { apiVersion: { const: `${execGroup}/v1beta1` } }, required: ['apiVersion'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: '#/definitions/v1beta1' },
      else: { $ref: '#/definitions/v1' },
      definitions: {
        v1: exported(execCredentialV1, 'ExecCredential (v1)'),
        v1beta1: exported(execCredentialV1beta1, 'ExecCredential (v1beta1)'),
      },
    },
  };
}

function exported(root: z.ZodMiniType, title: string, description?: string): JsonSchema {
  const {
    $schema: _,
    title: __,
    ...schema
  } = z.toJSONSchema(root, {
    target: 'draft-7',
    // Of what is read: unknown keys are allowed.
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const ours = zodSchema as unknown as z.ZodMiniType;
      for (const key of Object.keys(jsonSchema)) if (!structure.has(key)) delete jsonSchema[key];
      Object.assign(jsonSchema, decodable(ours), documented(ours));
    },
  });
  return { title, ...(description && { description }), ...withExamples(schema, goTypeOf(root)?.name) };
}

/** Of what Zod says only the structure is kept: on everything else kubectl is laxer. */
const structure: ReadonlySet<string> = new Set(['properties', 'items', 'additionalProperties']);

/** What kubectl's decoder takes: null in place of anything. */
function decodable(wrapped: z.ZodMiniType): JsonSchema {
  const schema = unwrap(wrapped);
  const title = goTypeOf(schema)?.name ?? '';
  switch (schema.def.type) {
    case 'object':
      return { title, type: ['object', 'null'], ...constraints[title] };
    case 'array':
      return { type: ['array', 'null'] };
    case 'record':
      return { type: ['object', 'null'] };
    case 'boolean':
      return { type: ['boolean', 'string', 'null'], pattern: yaml11Booleans };
    case 'string':
      return text('format' in schema.def ? schema.def.format : undefined);
    default:
      return {};
  }
}

function text(format: unknown): JsonSchema {
  // Go's []byte may also be a list of numbers.
  if (format === 'base64') return { type: ['string', 'array', 'null'], pattern: base64Text };
  return { type: ['string', 'null'], ...(format === 'datetime' && { pattern: goTime }) };
}

function documented(schema: z.ZodMiniType): JsonSchema {
  const doc = docOf(schema);
  if (!doc) return {};
  const markdown = [doc.description, factsOf(doc), `[Kubernetes reference](${doc.link})`];
  return {
    ...valuesOf(doc),
    ...defaultOf(schema, doc),
    ...(doc.deprecated && { deprecated: true }),
    description: plain(doc.description),
    markdownDescription: markdown.filter(Boolean).join('\n\n'),
  };
}

function factsOf({ default: left, since, until, required }: FieldDoc): string {
  const facts = [
    required && `Required${required === 'yes' ? '' : ` ${required}`}`,
    left && `Default: ${left}`,
    since && `Since Kubernetes ${since}`,
    until && `Until Kubernetes ${until}`,
  ];
  return facts.filter(Boolean).join(' · ');
}

/** An empty text and null stand for a field that is left out. */
function valuesOf({ values, open }: FieldDoc): JsonSchema {
  if (!values) return {};
  const known = Object.keys(values);
  if (open) return { examples: known };
  const descriptions = [...Object.values(values), 'As if left out.', 'As if left out.'];
  return { enum: [...known, '', null], markdownEnumDescriptions: descriptions };
}

/** Where it is a value and not told in words. */
function defaultOf(schema: z.ZodMiniType, doc: FieldDoc): JsonSchema {
  const value = /^`([^`]+)`$/.exec(doc.default ?? '')?.[1];
  if (value === undefined) return {};
  if (unwrap(schema).def.type === 'boolean') return { default: value === 'true' };
  return doc.values && Object.hasOwn(doc.values, value) ? { default: value } : {};
}

/** Without Markdown. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function withExamples(schema: JsonSchema, goType = schema['title']): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined;
  const known = examples[String(goType)];
  for (const [name, child] of Object.entries(properties ?? {})) {
    if (known && Object.hasOwn(known, name)) child['examples'] = [known[name]];
    withExamples(child);
  }
  if (schema['items']) withExamples(schema['items'] as JsonSchema);
  return schema;
}
