import type { Kubeconfig } from '../document/kubeconfig';
import type { RuleContext } from './rule';

/**
 * What the rules have asked for besides the entry that they look at: `users:NAME` for the entry of a name,
 * `uses:users:NAME` for the contexts that name it, `all:users` for the whole list, `current-context`, `machine` for
 * files, variables and the time, `document` for anything else.
 */
export type LookUp = string;

export const machineLookUp: LookUp = 'machine';
export const documentLookUp: LookUp = 'document';
export const currentContextLookUp: LookUp = 'current-context';

export function nameLookUp(section: string, name: string): LookUp {
  return `${section}:${name}`;
}

export function usesLookUp(section: string, name: string): LookUp {
  return `uses:${section}:${name}`;
}

export function listLookUp(section: string): LookUp {
  return `all:${section}`;
}

/** A document and a machine that remember what was asked of them. */
export class LookUps {
  readonly document: Kubeconfig;
  readonly context: RuleContext;
  #noted: Set<LookUp> | undefined;

  constructor(document: Kubeconfig, context: RuleContext) {
    this.document = noting(document, (lookUp) => this.#noted?.add(lookUp));
    this.context = Object.create(context, {
      environment: {
        get: () => {
          this.#noted?.add(machineLookUp);
          return context.environment;
        },
      },
    });
  }

  /** What some synchronous work looks up. */
  during<R>(work: () => R): { readonly result: R; readonly lookUps: ReadonlySet<LookUp> } {
    const lookUps = new Set<LookUp>();
    this.#noted = lookUps;
    try {
      return { result: work(), lookUps };
    } finally {
      this.#noted = undefined;
    }
  }
}

type Note = (lookUp: LookUp) => void;

const sectionOf = { cluster: 'clusters', context: 'contexts', user: 'users' } as const;
/** They never change, or ask for what is noted by its own name. */
const free = new Set<PropertyKey>(['kind', 'schema', 'scope', 'clusterOf', 'userOf', 'otherFileOf']);

function noting(document: Kubeconfig, note: Note): Kubeconfig {
  return new Proxy(document, {
    get(target, name, receiver) {
      switch (name) {
        case 'cluster':
        case 'context':
        case 'user':
          return (entryName: string) => {
            note(nameLookUp(sectionOf[name], entryName));
            return target[name](entryName);
          };
        case 'contextsOf':
          return (entry: Parameters<Kubeconfig['contextsOf']>[0]) => {
            note(usesLookUp(entry.section, entry.name));
            return target.contextsOf(entry);
          };
        case 'clusters':
        case 'contexts':
        case 'users':
          note(listLookUp(name));
          return target[name];
        case 'currentContext':
          note(currentContextLookUp);
          return target.currentContext;
      }
      if (free.has(name)) return Reflect.get(target, name, receiver);
      note(documentLookUp);
      return Reflect.get(target, name, target);
    },
  });
}
