import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemas } from '../../server/schema/json-schema';
import { root } from '../runner/phases';

/** The files of media/ that are made from the schema, by their path from the root. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const files = Object.entries(jsonSchemas());
  return new Map(files.map(([name, schema]) => [`media/${name}`, `${JSON.stringify(schema, null, 2)}\n`]));
}

if (require.main === module) {
  for (const [file, text] of schemaFiles()) writeFileSync(path.join(root, file), text);
}
