import type { Entry } from '../document/entry';
import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { RuleFinding } from './check';
import type { Rule, Stage } from './rule';
import { serverAddress } from './server-address';

/** What kubectl says of a context before it runs the plugin or dials the server. */
export interface ContextVerdict {
  /** `null`: no context is in use, because the file has none or the current one is missing. */
  readonly name: string | null;
  readonly current: boolean;
  readonly accepted: boolean;
  /** What kubectl prints if it refuses. */
  readonly kubectl: string | null;
}

/** One verdict per context, in the order of the file, then one for "no context" where that is in use. */
export function verdicts(
  document: Kubeconfig,
  findings: readonly RuleFinding[],
  path: string,
): ContextVerdict[] {
  const fileError = loadError(findings, path);
  const list = document.contexts.map((context) =>
    verdict(
      context.name,
      context.name === document.currentContext,
      fileError ?? partsError(partsOf(document, context), findings),
    ),
  );
  const current = list.some((entry) => entry.current);
  if (current && document.currentContext !== '') return list;
  return [
    ...list.map((entry) => ({ ...entry, current: false })),
    verdict(null, true, fileError ?? missingError(findings)),
  ];
}

function verdict(name: string | null, current: boolean, error: string | undefined): ContextVerdict {
  return { name, current, accepted: error === undefined, kubectl: error ?? null };
}

function missingError(findings: readonly RuleFinding[]): string | undefined {
  const missing = findings.find(({ rule }) => rule.code === 'current-context-not-found');
  // kubectl keeps this one on the line of its heading.
  return missing && `Error in configuration: ${missing.finding.kubectl}`;
}

/** What kubectl prints when it can't load the file, whatever the context. */
export function loadError(findings: readonly RuleFinding[], path: string): string | undefined {
  const load =
    findings.find(({ rule }) => rule.stage === 'load') ??
    findings.find(({ rule }) => rule.stage === 'convert');
  const refusal = load?.finding.kubectl;
  return refusal === undefined ? undefined : `error: error loading config file "${path}": ${refusal}`;
}

interface Parts {
  readonly user: UserEntry | undefined;
  readonly cluster: ClusterEntry | undefined;
}

/** What kubectl prints for a user and a cluster, of one context or put together by its flags. */
export function partsError({ user, cluster }: Parts, findings: readonly RuleFinding[]): string | undefined {
  const messages = (stage: Stage) =>
    findings
      .filter(
        ({ rule, finding }) =>
          rule.stage === stage && finding.entry && (finding.entry === user || finding.entry === cluster),
      )
      .flatMap(({ finding }) => finding.kubectl ?? []);
  const invalid = messages('validate');
  if (invalid.length > 1)
    return ['Error in configuration: ', ...invalid.map((message) => `* ${message}`)].join('\n');
  const secure = isSecure(cluster);
  const late = [...invalid, ...(secure ? messages('client') : []), ...messages('server')];
  return late[0] === undefined ? undefined : `error: ${late[0]}`;
}

/** The contexts that kubectl refuses because of a rule's finding in an entry. */
export function brokenContexts(document: Kubeconfig, rule: Rule, entry: Entry): string[] {
  return document.contexts
    .filter((context) => {
      const { user, cluster } = partsOf(document, context);
      return (entry === user || entry === cluster) && (rule.stage !== 'client' || isSecure(cluster));
    })
    .map((context) => context.name);
}

/** An unnamed user or cluster is found by a context that names none. */
function partsOf(document: Kubeconfig, context: ContextEntry): Parts {
  const names = context.decoded.value?.context;
  return { user: document.user(names?.user ?? ''), cluster: document.cluster(names?.cluster ?? '') };
}

function isSecure(cluster: ClusterEntry | undefined): boolean {
  return serverAddress(cluster?.decoded.value?.cluster?.server) === 'https';
}
