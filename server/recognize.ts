/**
 * Tells a kubeconfig, an ExecCredential or a kuberc from every other YAML or JSON, by the names at its top level and by
 * its path. Sees no more than the beginning of a text, imports nothing, and is asked on every key press.
 */
export function recognize(
  path: string | undefined,
  text: Pick<string, 'slice' | 'length'>,
): 'kubeconfig' | 'exec-credential' | 'kuberc' | undefined {
  const head = text.slice(0, headLength);
  const { fields, blank } = topLevel(head);
  const kind = fields.get('kind')?.toLowerCase() || undefined;
  const version = fields.get('apiversion') || undefined;
  const known = kubeconfigFields.filter((name) => fields.has(name)).length;
  const manifest = fields.has('metadata') || fields.has('spec');

  if (kind === 'execcredential') return 'exec-credential';
  if (!kind && known === 0 && version?.startsWith('client.authentication.k8s.io/')) return 'exec-credential';

  const name = path?.replaceAll('\\', '/') ?? '';
  if (version?.startsWith('kubectl.config.k8s.io/') || kubercName.test(name)) return 'kuberc';
  const ownKuberc = !manifest && known === 0 && (!kind || kind === 'preference');
  if (ownKuberc && kubercNameWithExtension.test(name)) return 'kuberc';

  if (known >= 2 && !manifest) return 'kubeconfig';
  const ownVersion = version === undefined || version.toLowerCase() === 'v1';
  if (kind === 'config' && ownVersion && (version || known > 0)) return 'kubeconfig';
  // `config view` of many clusters: the second name comes after hundreds of kilobytes of certificates.
  const cut = text.length > headLength;
  if (cut && known === 1 && ownVersion && !manifest && entry.test(head)) return 'kubeconfig';

  if (ownName.test(name)) return 'kubeconfig';
  // A Secret or a ConfigMap that carries a kubeconfig is often named after it.
  if (manifest || (kind && kind !== 'config')) return undefined;
  if (ownNameWithExtension.test(name)) return ownVersion || known > 0 ? 'kubeconfig' : undefined;
  return likelyName.test(name) && (blank || known > 0 || version?.toLowerCase() === 'v1')
    ? 'kubeconfig'
    : undefined;
}

/** How much of a text is looked at, in UTF-16 code units. */
export const headLength = 64 * 1024;

/** Where kubectl looks for its user's preferences, and what they are called elsewhere. */
const kubercName = /(?:^|\/)kuberc$/i;
const kubercNameWithExtension = /(?:^|\/)kuberc\.(?:ya?ml|json)$/i;

const kubeconfigFields = ['clusters', 'contexts', 'current-context', 'users'];
const entry = /["']?\b(?:cluster|context|user)["']?\s*:\s*(?:\{|[\r\n])/;

/** Whatever is in a file of such a name, its author takes it for a kubeconfig. */
const ownName = /(?:^|\/)(?:\.kube\/config|kubeconfig|[^/]*[-_.]kubeconfig)$/i;
const ownNameWithExtension = /(?:^|\/)(?:[^/]*\.)?kubeconfig\.(?:ya?ml|json)$/i;
/** What is in it decides as well. `.kube/cache` holds answers of API servers. */
const likelyName = new RegExp(
  [
    String.raw`(?:^|\/)\.kube\/(?!cache\/)(?:[^/]+\/)*(?:config[^/]*|[^/]*\.(?:config|ya?ml|json))$`,
    String.raw`(?:^|\/)(?:[^/]*[-_.])?kubeconfig(?:[-_.][^/]*)?\.(?:ya?ml|json)$`,
    String.raw`(?:^|\/)kubeconfig[-_][^/.]+$`,
  ].join('|'),
  'i',
);

interface TopLevel {
  /** Names in lower case, as Go's JSON matches `kind`; the value where it is a scalar on the same line. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether there is nothing but white space, comments and marks. */
  readonly blank: boolean;
}

/** The names at the top level of the first document. */
function topLevel(head: string): TopLevel {
  const fields = new Map<string, string>();
  let indent: string | undefined;
  for (let at = 0; at < head.length; ) {
    const end = lineEnd(head, at);
    const line = head.slice(at, Math.min(end, at + longestLine)).replace(/^\uFEFF/, '');
    const content = line.replace(/^---(?=\s|$)/, '').trimStart();
    const mark = /^(?:---|\.\.\.)(?:\s|$)/.test(line);
    if (mark && indent !== undefined) break;
    if (content && !/^[#%]|^\/[/*]|^\.\.\.\s*$/.test(content)) {
      if (indent === undefined) {
        const flow = /^(?:[!&]\S*\s+)*\{/.exec(content);
        if (flow) return { fields: flowFields(head.slice(head.indexOf('{', at) + 1)), blank: false };
        indent = mark ? '' : line.slice(0, line.length - content.length);
      }
      if (line.startsWith(indent)) add(fields, blockField, line.slice(indent.length));
    }
    at = end + 1;
  }
  return { fields, blank: indent === undefined };
}

/** A name and its value are at a line's beginning; what follows may be a megabyte of base64. */
const longestLine = 512;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const blockField = /^(["']?)([\w.-]+)\1\s*:(?:\s+(.*))?$/s;
const flowField =
  /^\s*(?:\/\/[^\n]*\n\s*|#[^\n]*\n\s*|\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*(["']?)([\w.-]+)\1\s*:(.*)$/s;

function add(fields: Map<string, string>, form: RegExp, text: string): void {
  const found = form.exec(text);
  const name = found?.[2]?.toLowerCase();
  if (name !== undefined && !fields.has(name)) fields.set(name, scalar(found?.[3] ?? ''));
}

/** Without quotes, comment, tag and anchor. */
function scalar(value: string): string {
  const bare = value.trim().replace(/^(?:[!&]\S*\s+)+/, '');
  return (
    /^"([^"]*)"|^'([^']*)'/
      .exec(bare)
      ?.slice(1)
      .find((part) => part !== undefined) ?? bare
  )
    .replace(/(?:^|\s+)#.*$/s, '')
    .trim();
}

/** What needs a look on the way through JSON or a YAML flow mapping: strings, comments, brackets and commas. */
const flowTokens = /"(?:[^"\\]|\\.)*"?|'[^']*'?|(?<=^|[\s,{[])(?:\/\/|#).*|\/\*[\s\S]*?(?:\*\/|$)|[{}[\],]/g;

function flowFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let depth = 0;
  let start = 0;
  const take = (end: number) => add(fields, flowField, text.slice(start, Math.min(end, start + longestLine)));
  for (const { 0: token, index } of text.matchAll(flowTokens)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth < 0 || (depth === 0 && token === ',')) {
      take(index);
      start = index + 1;
    }
    if (depth < 0) return fields;
  }
  take(text.length);
  return fields;
}
