import type { Entry } from '../document/entry';
import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import type { RuleFinding } from './check';
import type { Stage } from './rule';
import { serverAddress } from './server-address';

/** What kubectl says of a context before it runs the plugin or dials the server; its plugin policy counts, too. */
export interface ContextVerdict {
  /** `null`: no context is in use, because the file has none or the current one is missing. */
  readonly name: string | null;
  readonly current: boolean;
  readonly accepted: boolean;
  /** What kubectl prints if it refuses. */
  readonly kubectl: string | null;
}

type User = UserEntry | undefined;
type Cluster = ClusterEntry | undefined;

/** The stages of building a client, in order. */
const clientStages: readonly Stage[] = ['credential', 'plugin', 'files', 'tls', 'token', 'server', 'policy'];

const pluginPrefix = 'Unable to connect to the server: getting credentials';

/** Whether a refusal is the plugin policy's: of all that is judged here only that has to do with the plugin. */
export function isPolicyRefusal(kubectl: string): boolean {
  return kubectl.startsWith(pluginPrefix);
}

/** Whether kubectl comes to a stage with a user and a cluster. */
export function comesTo(stage: Stage, user: User, cluster: Cluster): boolean {
  if (stage === 'server' || !clientStages.includes(stage)) return true;
  const server = cluster?.decoded.value?.cluster?.server;
  if (serverAddress(server) !== 'https') return false;
  // With a user name in the address there is no need for the plugin's credential.
  if (stage === 'policy') return !/^https:\/\/[^/?#]*@/i.test(server ?? '');
  return stage === 'credential' || stage === 'plugin' || hasCredential(user);
}

/** Otherwise kubectl asks for a user name first (client-go, `canIdentifyUser`). */
function hasCredential(user: User): boolean {
  const info = user?.decoded.value?.user;
  if (!info) return false;
  const texts = ['username', 'client-certificate', 'client-certificate-data', 'token', 'tokenFile'] as const;
  return Boolean(info.exec || info['auth-provider']) || texts.some((field) => info[field]);
}

interface Fault {
  readonly stage: Stage;
  readonly kubectl: string;
  /** kubectl's order within a stage. */
  readonly order: number;
}

/** A file, and what the rules found in it. */
export interface JudgedFile {
  readonly document: LocatedDocument;
  /** As kubectl's messages name it. */
  readonly path: string;
  readonly findings: readonly RuleFinding[];
}

/** What kubectl prints, put together from what the rules found. */
export class Judge {
  /** When it can't load a file at all: one is enough. */
  readonly unreadable: string | null;
  private readonly notFound: readonly string[];
  private readonly faults = new Map<Entry, Fault[]>();

  constructor(files: readonly JudgedFile[]) {
    this.unreadable = unreadable(files);
    const findings = files.flatMap((file) => file.findings);
    const missing = findings.find(({ rule }) => rule.code === 'current-context-not-found');
    this.notFound = missing?.finding.kubectl === undefined ? [] : [missing.finding.kubectl];
    for (const found of findings) this.add(found);
  }

  private add({ rule, finding, order }: RuleFinding): void {
    const stage = finding.stage ?? rule.stage;
    if (!finding.entry || !stage || finding.kubectl === undefined) return;
    const fault = { stage, kubectl: finding.kubectl, order };
    const known = this.faults.get(finding.entry);
    if (known) known.push(fault);
    else this.faults.set(finding.entry, [fault]);
  }

  /** For a user and a cluster, of one context or put together by kubectl's flags. */
  refusal(user: User, cluster: Cluster): string | null {
    return this.judge([], user, cluster);
  }

  private judge(notFound: readonly string[], user: User, cluster: Cluster): string | null {
    if (this.unreadable !== null) return this.unreadable;
    const own = [user, cluster]
      .flatMap((entry) => (entry && this.faults.get(entry)) ?? [])
      .toSorted((a, b) => a.order - b.order);
    const messages = (stage: Stage) =>
      own.filter((fault) => fault.stage === stage).map((fault) => fault.kubectl);
    const invalid = [...notFound, ...messages('validate')];
    if (invalid.length > 1) {
      return ['Error in configuration: ', ...invalid.map((message) => `* ${message}`)].join('\n');
    }
    // The only one that kubectl keeps on the line of its heading.
    if (notFound[0] !== undefined) return `Error in configuration: ${notFound[0]}`;
    if (invalid[0] !== undefined) return `error: ${invalid[0]}`;
    for (const stage of clientStages.filter((each) => comesTo(each, user, cluster))) {
      const [first] = messages(stage);
      if (first !== undefined) return `${stage === 'policy' ? pluginPrefix : 'error'}: ${first}`;
    }
    return null;
  }

  /** One verdict per context. */
  verdicts(document: Kubeconfig, contexts: readonly ContextEntry[]): ContextVerdict[] {
    const { currentContext } = document;
    return contexts.map((context) => {
      const refusal = this.refusal(document.userOf(context), document.clusterOf(context));
      return verdict(context.name, context.name === currentContext && currentContext !== '', refusal);
    });
  }

  /** Adds a verdict on "no context" where that is in use: it is not set, or not found. */
  withCurrent(document: Kubeconfig, list: readonly ContextVerdict[]): readonly ContextVerdict[] {
    if (list.some((entry) => entry.current)) return list;
    return [...list, verdict(null, true, this.withoutContext(document))];
  }

  /** What kubectl prints if it has no context. */
  withoutContext(document: Kubeconfig): string | null {
    // Without a context the names of user and cluster are empty, and there may be entries of that name.
    const nameless = document.currentContext === '' ? document.context('') : undefined;
    const user = nameless ? document.userOf(nameless) : document.user('');
    const cluster = nameless ? document.clusterOf(nameless) : document.cluster('');
    return this.judge(this.notFound, user, cluster);
  }
}

function verdict(name: string | null, current: boolean, kubectl: string | null): ContextVerdict {
  return { name, current, accepted: kubectl === null, kubectl };
}

/** Rules about single values; of their findings kubectl reports the one that it decodes first. */
const decoding = new Set(['wrong-type', 'bad-base64']);

function unreadable(files: readonly JudgedFile[]): string | null {
  const broken = files.flatMap((file) => {
    const refusal = loadFault(file);
    return refusal === undefined ? [] : [`error loading config file "${file.path}": ${refusal}`];
  });
  if (broken.length === 0) return null;
  // Several are printed as they are, a line each.
  return broken.length === 1 ? `error: ${broken[0]}` : broken.join('\n');
}

function loadFault({ findings, document }: JudgedFile): string | undefined {
  const first =
    findings.find(({ rule }) => rule.stage === 'load') ??
    findings.find(({ rule }) => rule.stage === 'convert');
  const decoded = first && decoding.has(first.rule.code) ? firstFault(document, findings) : undefined;
  return decoded ?? first?.finding.kubectl;
}

function firstFault(document: LocatedDocument, findings: readonly RuleFinding[]): string | undefined {
  // A fault in a field that the judged kubectl does not know is no finding.
  const found = new Set(findings.map(({ finding }) => finding.kubectl));
  for (const entry of document.entries()) {
    const fault = entry.decoded.faults.find(({ kubectl }) => found.has(kubectl));
    if (fault) return fault.kubectl;
  }
  return undefined;
}
