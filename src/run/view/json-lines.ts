export interface JsonLine {
  readonly text: string;
  /** JSON Pointer of the value that begins on the line; `undefined` for a closing bracket. */
  readonly pointer: string | undefined;
}

/** The lines of `JSON.stringify(value, null, 2)`, each with what is on it. */
export function jsonLines(value: unknown, pointer = '', indent = '', before = '', after = ''): JsonLine[] {
  const start = indent + before;
  if (typeof value !== 'object' || value === null) {
    return [{ text: `${start}${JSON.stringify(value)}${after}`, pointer }];
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return [{ text: `${start}${open}${close}${after}`, pointer }];
  const inner = entries.flatMap(([name, item], index) => {
    const comma = index < entries.length - 1 ? ',' : '';
    const key = isList ? '' : `${JSON.stringify(name)}: `;
    return jsonLines(item, `${pointer}/${escaped(name)}`, `${indent}  `, key, comma);
  });
  return [
    { text: `${start}${open}`, pointer },
    ...inner,
    { text: `${indent}${close}${after}`, pointer: undefined },
  ];
}

/** As RFC 6901 wants it. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
