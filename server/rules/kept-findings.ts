import type { Entry } from '../document/entry';
import type { ContextEntry, Kubeconfig } from '../document/kubeconfig';
import type { Field } from '../document/located-document';
import { nameIn } from '../document/names';
import { applyTo, type EntryRule, type Found, foundIn } from './entry-findings';
import {
  currentContextLookUp,
  documentLookUp,
  type LookUp,
  LookUps,
  listLookUp,
  machineLookUp,
  nameLookUp,
  usesLookUp,
} from './look-ups';
import type { Finding, RuleContext } from './rule';

/** What was found in an entry, and on what it depends. */
interface Kept {
  readonly found: Found;
  readonly lookUps: ReadonlySet<LookUp>;
  readonly paths: ReadonlySet<string>;
  /** Something that was looked up may be another now. */
  stale: boolean;
}

/** A list; beside each of its entries what is kept of it. */
interface Section {
  readonly list: List;
  readonly kept: (Kept | undefined)[];
}

type List = Pick<Field, 'nodes' | 'entryAt'>;

/** What was known of the versions of a text, by their lineage and by what they were judged for. */
const known = new WeakMap<object, Map<string, KeptFindings>>();
/** A text is judged for one release, mostly. */
const mostPerText = 3;

/**
 * What was found in the entries of a kubeconfig's lists, through the versions of its text. Kept is what was found in an
 * entry that is the same, as long as all that its rules have looked up is the same, too.
 */
export class KeptFindings {
  #sections = new Map<string, Section>();
  readonly #dependents = new Map<LookUp, Set<Kept>>();
  /** How many entries have looked at each path. */
  readonly #paths = new Map<string, number>();
  #document: Kubeconfig;
  #context: RuleContext;
  #machineState: object | undefined;
  #lookUps: LookUps;

  private constructor(document: Kubeconfig, context: RuleContext) {
    this.#document = document;
    this.#context = context;
    this.#machineState = context.machine?.state;
    this.#lookUps = new LookUps(document, context);
  }

  /** For a document as it is now. `undefined`: nobody tells when files change, so nothing is kept. */
  static of(document: Kubeconfig, context: RuleContext): KeptFindings | undefined {
    if (!context.machine) return undefined;
    const { kubernetesVersion, directory, environment } = context;
    const key = JSON.stringify([kubernetesVersion, directory, environment !== undefined]);
    const all = known.get(document.lineage) ?? new Map<string, KeptFindings>();
    known.set(document.lineage, all);
    const old = all.get(key);
    if (old) {
      old.#moveTo(document, context);
      return old;
    }
    if (all.size >= mostPerText) all.clear();
    const kept = new KeptFindings(document, context);
    all.set(key, kept);
    return kept;
  }

  /** Has the rules look at the entries of a list, and stops after each. */
  *lookingAt(field: Field, rules: readonly EntryRule[]): Generator<void> {
    const { kept } = this.#sectionOf(field);
    for (let at = 0; at < field.nodes.length; at++) {
      const old = kept[at];
      const entry = !old || old.stale ? field.entryAt(at) : undefined;
      if (!entry) continue;
      kept[at] = this.#look(entry, rules, old);
      yield;
    }
  }

  #sectionOf(field: Field): Section {
    const section = this.#sections.get(field.name) ?? { list: field, kept: new Array(field.nodes.length) };
    this.#sections.set(field.name, section);
    return section;
  }

  /** What the rules find in the entries of a list. */
  *foundIn(field: Field, rules: readonly EntryRule[]): Iterable<Found[number]> {
    for (const _ of this.lookingAt(field, rules));
    const { kept } = this.#sectionOf(field);
    for (let at = 0; at < field.nodes.length; at++) {
      const now = kept[at];
      const entry = now && now.found.length > 0 ? field.entryAt(at) : undefined;
      if (!now || !entry) continue;
      for (const [rule, findings] of now.found) {
        yield [rule, findings.map((finding, index) => this.#placed(finding, entry, rule, index))];
      }
    }
  }

  /** Whoever watches files is to know of all that were looked at, also before. */
  notePaths(): void {
    this.#context.machine?.note(this.#paths.keys());
  }

  #look(entry: Entry, rules: readonly EntryRule[], old: Kept | undefined): Kept {
    this.#forget(old);
    const { document, context } = this.#lookUps;
    const work = () => this.#lookUps.during(() => foundIn(entry, rules, document, context));
    const { result, paths } = this.#context.machine?.noting(work) ?? {
      result: work(),
      paths: new Set<string>(),
    };
    const moves = result.result.every(([, findings]) =>
      findings.every((finding) => finding.entry?.node === entry.node),
    );
    const lookUps = moves ? result.lookUps : new Set([...result.lookUps, documentLookUp]);
    const kept = {
      found: result.result.map(withoutFixes),
      lookUps,
      paths,
      stale: false,
    };
    for (const lookUp of lookUps) {
      const dependents = this.#dependents.get(lookUp);
      if (dependents) dependents.add(kept);
      else this.#dependents.set(lookUp, new Set([kept]));
    }
    for (const path of paths) this.#paths.set(path, (this.#paths.get(path) ?? 0) + 1);
    return kept;
  }

  #forget(kept: Kept | undefined): void {
    if (!kept) return;
    for (const lookUp of kept.lookUps) {
      const dependents = this.#dependents.get(lookUp);
      dependents?.delete(kept);
      if (dependents?.size === 0) this.#dependents.delete(lookUp);
    }
    for (const path of kept.paths) {
      const count = (this.#paths.get(path) ?? 1) - 1;
      if (count > 0) this.#paths.set(path, count);
      else this.#paths.delete(path);
    }
  }

  /** Fixes are for the text as it was: they are worked out anew. */
  #placed(finding: Finding, entry: Entry, rule: EntryRule, index: number): Finding {
    const [document, context] = [this.#document, this.#context];
    const again = () => applyTo(rule, entry, document, context)[index]?.fixes?.() ?? [];
    return {
      ...finding,
      ...(finding.entry?.node === entry.node ? { entry } : {}),
      ...(finding.fixes ? { fixes: again } : {}),
    };
  }

  #moveTo(document: Kubeconfig, context: RuleContext): void {
    const before = this.#document;
    const changed = new Set<LookUp>();
    const state = context.machine?.state;
    if (this.#machineState !== state) changed.add(machineLookUp);
    if (before.fields !== document.fields) changed.add(documentLookUp);
    if (before.currentContext !== document.currentContext) changed.add(currentContextLookUp);
    if (sameFiles(before, document)) this.#moveSections(document, changed);
    else this.#forgetAll();
    this.#document = document;
    this.#context = context;
    this.#machineState = state;
    this.#lookUps = new LookUps(document, context);
    for (const lookUp of changed) for (const kept of this.#dependents.get(lookUp) ?? []) kept.stale = true;
  }

  /** Puts what is kept beside the entries as they are now. `changed`: takes up what they are looked up by. */
  #moveSections(document: Kubeconfig, changed: Set<LookUp>): void {
    const sections = new Map<string, Section>();
    const lists = document.countingFields().filter(({ list }) => list);
    const names = new Set([...this.#sections.keys(), ...lists.map(({ name }) => name)]);
    for (const name of names) {
      const old = this.#sections.get(name) ?? { list: empty, kept: [] };
      const field = document.field(name);
      const list = field?.list ? field : empty;
      const kept = this.#moved(old, list, name, changed);
      if (list.nodes.length > 0) sections.set(name, { list, kept });
    }
    this.#sections = sections;
  }

  #moved(old: Section, list: List, name: string, changed: Set<LookUp>): (Kept | undefined)[] {
    if (old.list.nodes === list.nodes) return old.kept;
    const { start, end } = sameEnds(old.list.nodes, list.nodes);
    const gone = entriesOf(old.list, start, end);
    const come = entriesOf(list, start, end);
    for (const kept of old.kept.slice(start, old.kept.length - end)) this.#forget(kept);
    for (const entry of [...gone, ...come]) for (const lookUp of lookUpsOf(name, entry)) changed.add(lookUp);
    const before = old.kept.slice(0, start);
    return before.concat(new Array<undefined>(come.length), old.kept.slice(old.kept.length - end));
  }

  #forgetAll(): void {
    this.#sections.clear();
    this.#dependents.clear();
    this.#paths.clear();
  }
}

/** A fix holds the document that it was worked out for, and with it a whole text. */
function withoutFixes([rule, findings]: Found[number]): Found[number] {
  return [rule, findings.map((finding) => (finding.fixes ? { ...finding, fixes: none } : finding))];
}

const none = () => [];

/** Whether a version is merged with the same files as another. */
function sameFiles(before: Kubeconfig, after: Kubeconfig): boolean {
  const [old, now] = [before.others, after.others];
  const same = now.every(({ fields }, index) => fields === old[index]?.fields);
  return old.length === now.length && same && before.scope === after.scope;
}

const empty: List = { nodes: [], entryAt: () => undefined };

type Nodes = List['nodes'];

/** How many entries two lists have in common at their beginnings and at their ends. */
function sameEnds(old: Nodes, now: Nodes): { start: number; end: number } {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { start, end };
}

/** Those of a list but for so many at both ends. */
function entriesOf(list: List, start: number, end: number): Entry[] {
  const inside = list.nodes.slice(start, list.nodes.length - end);
  return inside.flatMap((_, index) => list.entryAt(start + index) ?? []);
}

/** What is looked up in another way when an entry comes, goes or changes. */
function* lookUpsOf(section: string, entry: Entry): Iterable<LookUp> {
  yield listLookUp(section);
  const { name } = entry as Partial<ContextEntry>;
  if (name !== undefined) yield nameLookUp(section, name);
  if (section !== 'contexts') return;
  yield usesLookUp('clusters', nameIn(entry as ContextEntry, 'cluster'));
  yield usesLookUp('users', nameIn(entry as ContextEntry, 'user'));
}
