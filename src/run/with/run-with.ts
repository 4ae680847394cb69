import * as vscode from 'vscode';
import {
  prepareRunRequest,
  type RunChoices,
  type RunPlan,
  type RunRequest,
  type RunSelection,
  type RunTarget,
  runChoicesRequest,
} from '../../../server/protocol';
import type { LanguageServer } from '../../client/server';
import { documentFor } from '../front-document';
import { refuseWithoutTrust } from '../messages';
import { pickTarget, targetsOf } from '../pick';
import { kubeconfigFor } from '../pick-kubeconfig';
import { type Choices, type Facts, nothingChosen, requestFor, withOverride } from './choices';
import { choose } from './choose';
import type { EditedDocuments } from './edited-documents';
import type { LastChoicesStore } from './last-choices';

const title = 'Run Exec Plugin With…';

/** From a place in a kubeconfig over everything that can be chosen to a run. */
export class RunWith {
  /** What was chosen and not run, so that to leave loses nothing. */
  readonly #drafts = new Map<string, Choices>();

  /** `run`: runs and shows, as every other command does. */
  constructor(
    private readonly server: LanguageServer,
    private readonly last: LastChoicesStore,
    private readonly documents: EditedDocuments,
    private readonly run: (request: RunRequest) => Promise<void>,
  ) {}

  async start(selection?: RunSelection): Promise<void> {
    if (!vscode.workspace.isTrusted) return refuseWithoutTrust();
    const document = await kubeconfigFor(selection, title);
    if (!document) return;
    const given = selection?.user === undefined ? undefined : selection;
    for (;;) {
      const picked = given ?? (await pickTarget(this.server, document, title));
      if (!picked) return;
      const facts = await this.#factsOf(document, picked);
      const draft = this.#drafts.get(idOf(facts)) ?? nothingChosen;
      if (!(await this.#choose(facts, draft, !given))) return;
    }
  }

  /** Begins with what a run had. */
  async again({ uri, user, context, overrides = {} }: RunRequest): Promise<void> {
    const document = await documentFor('kubeconfig', { uri });
    if (!vscode.workspace.isTrusted || !document || user === undefined) return this.start({ uri });
    const facts = await this.#factsOf(document, { uri, user, ...(context !== undefined && { context }) });
    await this.#choose(facts, { overrides }, false);
  }

  /** The edited document is sent. */
  async send(uri: vscode.Uri): Promise<void> {
    if (!vscode.workspace.isTrusted) return refuseWithoutTrust();
    const sent = await this.#editedIn(uri);
    if (sent) await this.#run(sent.facts, sent.choices);
  }

  async otherChoices(uri: vscode.Uri): Promise<void> {
    const edited = await this.#editedIn(uri);
    if (edited) await this.#choose(edited.facts, edited.choices, false);
  }

  async discard(uri: vscode.Uri): Promise<void> {
    const edited = this.documents.of(uri);
    if (!edited) return;
    this.#drafts.set(idOf(edited.facts), withOverride(edited.choices, { execInfo: undefined }));
    await this.documents.discard(uri);
  }

  /** Answers whether the user wants to go back to where the user of the kubeconfig is picked. */
  async #choose(facts: Facts, start: Choices, canGoBack: boolean): Promise<boolean> {
    const last = this.last.last(facts.uri, facts.user);
    const { kind, choices } = await choose(facts, start, last, canGoBack);
    this.#drafts.set(idOf(facts), choices);
    if (kind === 'run') await this.#run(facts, choices);
    if (kind === 'edit') await this.#edit(facts, choices);
    return kind === 'back';
  }

  async #run(facts: Facts, choices: Choices): Promise<void> {
    this.#drafts.delete(idOf(facts));
    await this.last.keep(facts.uri, facts.user, choices);
    await this.run(requestFor(facts, choices));
  }

  async #edit(facts: Facts, choices: Choices): Promise<void> {
    const composed = withOverride(choices, { execInfo: undefined });
    const text = choices.overrides.execInfo ?? (await this.#composed(requestFor(facts, composed)));
    if (text !== undefined) await this.documents.open({ facts, choices }, text);
  }

  async #editedIn(uri: vscode.Uri): Promise<{ facts: Facts; choices: Choices } | undefined> {
    const edited = this.documents.of(uri);
    if (!edited) return undefined;
    const document = await vscode.workspace.openTextDocument(uri);
    const execInfo = await this.documents.textOf(document);
    return execInfo === undefined
      ? undefined
      : { facts: edited.facts, choices: withOverride(edited.choices, { execInfo }) };
  }

  /** What would be sent, as the server shows it: secrets in it are masked. */
  async #composed(request: RunRequest): Promise<string | undefined> {
    const plan = await this.#plan(request);
    if (plan.kind === 'ready' && plan.execInfo) return `${JSON.stringify(plan.execInfo, null, 2)}\n`;
    const reason = plan.kind === 'refused' ? plan.message : 'A file that it is made of can’t be read.';
    throw new Error(`What the plugin would be sent can’t be shown. ${reason}`);
  }

  async #factsOf(document: vscode.TextDocument, selection: RunSelection): Promise<Facts> {
    const { uri, user = '' } = selection;
    const settings = vscode.workspace.getConfiguration('kubeconfigExec', document.uri);
    const [targets, lists, plan] = await Promise.all([
      targetsOf(this.server, document),
      this.server.request<RunChoices>(runChoicesRequest, selection),
      this.#plan(selection),
    ]);
    const target = targets.find((each) => isTarget(each, selection));
    if (!targets.some((each) => each.user === user)) {
      throw new Error(`There is no user "${user}" with an exec block, so there is no plugin to run.`);
    }
    const { context } = selection;
    if (context !== undefined && !lists.contexts.includes(context)) {
      throw new Error(`There is no context "${context}" in this kubeconfig.`);
    }
    return {
      uri,
      user,
      context: context ?? target?.context ?? null,
      cluster: target?.cluster ?? null,
      lists,
      plan: plan.kind === 'ready' ? plan : undefined,
      kubernetesVersion: settings.get('kubernetesVersion', ''),
    };
  }

  /** Nothing is executed; so what kubectl would refuse is looked at, too. */
  #plan(request: RunRequest): Promise<RunPlan> {
    return this.server.request<RunPlan>(prepareRunRequest, { ...request, force: true });
  }
}

function isTarget(target: RunTarget, { user, context }: RunSelection): boolean {
  return target.user === user && (context === undefined || target.context === context);
}

function idOf({ uri, user }: Facts): string {
  return JSON.stringify([uri, user]);
}
