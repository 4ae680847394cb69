import * as z from 'zod/mini';

/** What is known of a field beyond its type. Hover, completion and the README read it. */
export interface FieldDoc {
  /** Markdown, our own words: what it is and what it does. One to four sentences. */
  readonly description: string;
  /** Markdown. When it must be there: `yes`, or in words (`with client.authentication.k8s.io/v1`). Absent: optional. */
  readonly required?: string;
  /** Markdown. What leaving it out means: a value as code, or words. */
  readonly default?: string;
  /** Kubernetes release that first read it, such as `1.20`. */
  readonly since?: string;
  /** Last Kubernetes release that read it. */
  readonly until?: string;
  /** Kubernetes release that deprecated it. */
  readonly deprecated?: string;
  /** Holds a credential: never show, log or send its value. */
  readonly sensitive?: boolean;
  /** Page of kubernetes.io that documents it. */
  readonly link: string;
  /** Markdown for each allowed or notable value; one to two sentences each. */
  readonly values?: Readonly<Record<string, string>>;
  /** Whether other values than those in `values` are as good. */
  readonly open?: boolean;
  /** Where the plugin finds it in KUBERNETES_EXEC_INFO, such as `spec.cluster.server`. */
  readonly execInfo?: string;
}

/** What kubectl's Go types call a value; its decoding errors name them. */
export interface GoType {
  /** The struct or named type without package, such as `ExecConfig`. */
  readonly name: string;
  /** Package that Go prints before it (`v1.ExecConfig`). Default: `v1`. */
  readonly package?: string;
}

export const fieldDocs = z.registry<FieldDoc>();
export const goTypes = z.registry<GoType>();

/** Attaches a field's documentation. Each field needs a schema instance of its own. */
export function field<T extends z.ZodMiniType>(schema: T, doc: FieldDoc): T {
  fieldDocs.add(schema, doc);
  return schema;
}

/** A Go struct. Unknown keys are ignored, as kubectl does; null counts as left out, everywhere. */
export function struct<T extends Record<string, z.ZodMiniType>>(
  name: string,
  shape: T,
  goPackage?: string,
): z.ZodMiniObject<T> {
  const undocumented = Object.keys(shape).find((key) => !docOf(shape[key] as z.ZodMiniType));
  if (undocumented) throw new Error(`${name}.${undocumented} has no field() documentation`);
  const schema = z.object(shape);
  goTypes.add(schema, goPackage ? { name, package: goPackage } : { name });
  return schema;
}

interface SchemaTypes {
  readonly array: z.ZodMiniArray;
  readonly object: z.ZodMiniObject;
  readonly optional: z.ZodMiniOptional;
  readonly record: z.ZodMiniRecord;
}

/** What `instanceof` would say, for which zod walks through a list of names; this is asked for every key of a document. */
export function isOf<T extends keyof SchemaTypes>(schema: z.ZodMiniType, type: T): schema is SchemaTypes[T] {
  return schema.def.type === type;
}

/** The schema inside `optional()`, which every field is. */
export function unwrap(schema: z.ZodMiniType): z.ZodMiniType {
  let inner = schema;
  while (isOf(inner, 'optional')) inner = inner.def.innerType as z.ZodMiniType;
  return inner;
}

/** A field's documentation, whether it was attached outside or inside `optional()`. */
export function docOf(schema: z.ZodMiniType): FieldDoc | undefined {
  return fieldDocs.get(schema) ?? fieldDocs.get(unwrap(schema));
}

/** What kubectl's Go types call a schema's value, outside or inside `optional()`. */
export function goTypeOf(schema: z.ZodMiniType): GoType | undefined {
  return goTypes.get(schema) ?? goTypes.get(unwrap(schema));
}
