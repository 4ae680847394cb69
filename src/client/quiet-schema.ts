import type { recognize } from '../../server/recognize';

/**
 * A JSON Schema for another extension's YAML server that knows what a document is and nothing about it, so
 * that it neither explains, proposes nor reports what we do, and leaves out any other schema.
 */
export const quietScheme = 'kubeconfigexec';

type Kind = NonNullable<ReturnType<typeof recognize>>;

const titles: Readonly<Record<Kind, string>> = {
  kubeconfig: 'Kubeconfig',
  'exec-credential': 'ExecCredential',
  kuberc: 'kuberc',
};

export function quietSchemaUri(kind: Kind): string {
  return `${quietScheme}://schema/${kind}`;
}

export function quietSchema(uri: string): string {
  const kind = Object.keys(titles).find((name) => uri === quietSchemaUri(name as Kind)) as Kind | undefined;
  return JSON.stringify(kind ? { title: titles[kind] } : {});
}
