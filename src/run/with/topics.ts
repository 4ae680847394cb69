import type { RunOverrides } from '../../../server/protocol';
import type { Choices, Facts } from './choices';
import { withOverride } from './choices';

/** One thing that can be chosen, in a line of the list. */
export interface Topic {
  readonly name: TopicName;
  readonly title: string;
  /** What it is at present, in a few words. */
  readonly value: string;
  /** Where that comes from, and what else there is to say. */
  readonly note: string;
  readonly changed: boolean;
}

export type TopicName = keyof RunOverrides | 'context';

/** A value of a topic that can be picked. */
export interface Option {
  readonly label: string;
  readonly note: string;
  readonly picked: boolean;
  /** What is chosen then. */
  readonly choices: Choices;
}

/** What the plugin is told; then what it is run in. */
export function toldTopics(choices: Choices, facts: Facts): Topic[] {
  const { overrides, context } = choices;
  const { apiVersion, interactive, provideClusterInfo, cluster, kubernetesVersion, execInfo } = overrides;
  const edited = execInfo !== undefined;
  const untold = edited ? 'not sent: the ExecCredential is edited' : undefined;
  const tellsCluster = provideClusterInfo ?? facts.plan?.execInfo?.spec?.cluster !== undefined;
  const clusterNote = tellsCluster || !facts.plan ? untold : (untold ?? 'not sent: no cluster information');
  return [
    topic('context', 'Context', context, facts.context ?? 'none', ''),
    topic('apiVersion', 'API version', shortVersion(apiVersion), baseVersion(facts), undefined),
    topic('interactive', 'Interactive', yesOrNo(interactive), baseInteractive(facts), undefined, untold),
    topic(
      'provideClusterInfo',
      'Cluster information',
      yesOrNo(provideClusterInfo),
      baseClusterInfo(facts),
      undefined,
      untold,
    ),
    topic('cluster', 'Cluster', cluster, baseCluster(choices, facts), 'as the context says', clusterNote),
    topic(
      'kubernetesVersion',
      'As kubectl',
      kubernetesVersion,
      facts.kubernetesVersion || 'the newest known',
      facts.kubernetesVersion ? 'as the settings say' : '',
    ),
    topic(
      'execInfo',
      'ExecCredential to send',
      edited ? 'edited' : undefined,
      'made from the choices above',
      '',
    ),
  ];
}

export function placeTopics({ overrides: { env = {}, cwd } }: Choices, facts: Facts): Topic[] {
  const names = facts.lists.envNames.join(', ');
  const changes = Object.entries(env).map(([name, value]) => `${name} ${value === null ? 'removed' : 'set'}`);
  return [
    topic('env', 'Environment variables', changes.join(', ') || undefined, names || 'none', undefined),
    topic('cwd', 'Working folder', cwd, facts.lists.cwd, 'the default'),
  ];
}

const asItSays = 'as the kubeconfig says';

function topic(
  name: TopicName,
  title: string,
  chosen: string | undefined,
  base: string,
  from: string = asItSays,
  remark?: string,
): Topic {
  const changed = chosen !== undefined;
  const origin = changed ? `instead of ${base}` : from;
  const note = [origin, ...(remark === undefined ? [] : [remark])].filter((text) => text !== '').join(', ');
  return { name, title, value: chosen ?? base, note, changed };
}

/** The values of the topics that have a list of them. */
export function optionsOf(name: TopicName, choices: Choices, facts: Facts): Option[] {
  const { overrides, context } = choices;
  const { lists } = facts;
  if (name === 'context') {
    const base = [facts.context ?? 'none', ''] as const;
    return options(
      context,
      base,
      lists.contexts.filter((each) => each !== facts.context),
      (value) => ({ ...choices, context: value }),
    );
  }
  const override = <V extends string | boolean>(
    base: readonly [string, string],
    values: readonly V[],
    label?: (value: V) => string,
    noteOf?: (value: V) => string,
  ) =>
    options(
      overrides[name] as V | undefined,
      base,
      values,
      (value) => withOverride(choices, { [name]: value }),
      label,
      noteOf,
    );
  switch (name) {
    case 'apiVersion':
      return override(
        [baseVersion(facts), asItSays],
        lists.apiVersions,
        (value) => shortVersion(value) ?? '',
      );
    case 'interactive':
      return override([baseInteractive(facts), asItSays], [true, false], yesOrNo, (value) =>
        interactiveNote(value, facts),
      );
    case 'provideClusterInfo':
      return override([baseClusterInfo(facts), asItSays], [true, false], yesOrNo);
    case 'cluster':
      return override([baseCluster(choices, facts), 'as the context says'], lists.clusters);
    case 'kubernetesVersion':
      return override(
        [facts.kubernetesVersion || 'The newest known', facts.kubernetesVersion ? 'as the settings say' : ''],
        lists.kubernetesVersions,
      );
    default:
      return [];
  }
}

function options<V extends string | boolean>(
  chosen: V | undefined,
  [label, note]: readonly [label: string, note: string],
  values: readonly V[],
  choose: (value: V | undefined) => Choices,
  labelOf: (value: V) => string = String,
  noteOf: (value: V) => string = () => '',
): Option[] {
  const base = { label, note, picked: chosen === undefined, choices: choose(undefined) };
  const others = values
    .map((value) => ({
      label: labelOf(value),
      note: noteOf(value),
      picked: value === chosen,
      choices: choose(value),
    }))
    // The same as without a choice.
    .filter((option) => option.picked || option.label !== label);
  return [base, ...others];
}

/** Without the group, which they all have in common. */
function shortVersion(version: string | undefined): string | undefined {
  return version?.replace(/^client\.authentication\.k8s\.io\//, '');
}

function yesOrNo<V extends boolean | undefined>(value: V): V extends boolean ? string : undefined;
function yesOrNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'Yes' : 'No';
}

const unknown = 'unknown';

function baseVersion({ plan }: Facts): string {
  return shortVersion(plan?.execInfo?.apiVersion) ?? unknown;
}

/** `Always` is given a terminal without being asked for it. */
function baseInteractive({ plan }: Facts): string {
  if (!plan) return unknown;
  return yesOrNo(plan.terminal === 'needed' || plan.execInfo?.spec?.interactive === true);
}

/** What comes of the wish under this `interactiveMode`. */
function interactiveNote(wish: boolean, { plan }: Facts): string {
  if (plan?.terminal === 'possible') return wish ? 'in a terminal of VS Code' : '';
  if (plan?.terminal === 'never') {
    return wish ? 'in a terminal of VS Code, although interactiveMode is Never' : '';
  }
  return plan && !wish ? 'kubectl refuses it then: interactiveMode is Always' : '';
}

function baseClusterInfo({ plan }: Facts): string {
  return plan?.execInfo ? yesOrNo(plan.execInfo.spec?.cluster !== undefined) : unknown;
}

function baseCluster({ context }: Choices, facts: Facts): string {
  if (context !== undefined && context !== facts.context) return `that of ${context}`;
  return facts.cluster ?? 'none';
}
