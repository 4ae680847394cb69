import { execApiVersion, type KnownPlugin, type Version } from '../../catalog/known-plugin';
import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { setExecVersion } from '../../edits/exec-version';
import { putItems } from '../../edits/put-items';
import { setValue } from '../../edits/set-value';
import { pluginLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { isSince } from '../kubernetes-version';
import { valueAt } from '../places';
import { type Fix, type RuleContext, rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath, flagOf } from './exec-block';

const prefix = 'client.authentication.k8s.io/';

/** The version of an entry, if it is one that plugins still answer in. */
function versionOf({ apiVersion }: ExecBlock): Version | undefined {
  const version = apiVersion.startsWith(prefix) ? apiVersion.slice(prefix.length) : '';
  return version === 'v1' || version === 'v1beta1' ? version : undefined;
}

function kubectlWords(asked: string, answered: string): string {
  return `exec plugin is configured to use API version ${asked}, plugin returned version ${answered}`;
}

function versionFixes(document: LocatedDocument, user: UserEntry, version: string, kind: Fix['kind']): Fix[] {
  return fix(kind, `Set apiVersion to ${version}`, setExecVersion(document, user, version));
}

export const pluginAnswersOtherVersion = rule({
  code: 'plugin-answers-other-version',
  severity: 'warning',
  title: 'The plugin is known to answer in another version than `apiVersion`',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const block = execBlockOf(user);
    const plugin = block?.recognized?.plugin;
    const asked = block && versionOf(block);
    const [only] = plugin?.answers.behaviour === 'fixed' ? plugin.answers.versions : [];
    if (!block || !plugin || !asked || !only || only === asked) return;
    const version = execApiVersion(only);
    yield {
      ...valueAt(user, ...execPath, 'apiVersion'),
      message: `"${plugin.name}" answers in ${only} whatever is asked for, and kubectl takes no other version than this. Set it to ${version}.`,
      kubectl: kubectlWords(block.apiVersion, version),
      fixes: () => (readable(only, context) ? versionFixes(document, user, version, 'repair') : []),
    };
  },
});

/** v1 came with 1.22. */
function readable(version: Version, context: RuleContext): boolean {
  return version === 'v1beta1' || isSince(context, '1.22');
}

export const pluginVersionChosen = rule({
  code: 'plugin-version-chosen',
  severity: 'warning',
  title: 'A flag or variable makes the plugin answer in another version than `apiVersion`',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const block = execBlockOf(user);
    const asked = block && versionOf(block);
    if (!block || !asked) return;
    for (const choice of choicesIn(block)) {
      const fixed = fixedVersion(block);
      // The other rule has it.
      if (choice.version === asked || (fixed && choice.version === fixed)) continue;
      const right = fixed ?? asked;
      yield {
        ...valueAt(user, ...execPath, ...choice.path),
        message: `${choice.what} ${choice.version}, and apiVersion says ${asked}. Make both the same.`,
        ...(block.recognized ? { kubectl: kubectlWords(block.apiVersion, prefix + choice.version) } : {}),
        fixes: () => [
          ...fix('repair', `Write "${choice.written(right)}"`, choice.edits(document, user, right)),
          ...(!fixed && isVersion(choice.version) && readable(choice.version, context)
            ? versionFixes(document, user, execApiVersion(choice.version), 'choice')
            : []),
        ],
      };
    }
  },
});

function isVersion(text: string): text is Version {
  return text === 'v1' || text === 'v1beta1';
}

function fixedVersion({ recognized }: ExecBlock): Version | undefined {
  const answers = recognized?.plugin.answers;
  return answers?.behaviour === 'fixed' ? answers.versions[0] : undefined;
}

interface Choice {
  readonly version: string;
  /** For the message: all up to the version. */
  readonly what: string;
  readonly path: readonly (string | number)[];
  /** What stands there with another version. */
  written(version: Version): string;
  edits(document: LocatedDocument, user: UserEntry, version: Version): ReturnType<typeof setValue>;
}

/** `v1beta1`, alone or with the group before it. */
const versionText = /^((?:client\.authentication\.k8s\.io\/)?)(v1(?:alpha1|beta1)?)$/;

/** All that names a version: what the catalog knows, else a whole name, or a flag that is called so. */
function choicesIn(block: ExecBlock): Choice[] {
  const plugin = block.recognized?.plugin;
  const chosenBy = plugin?.answers.chosenBy;
  const found = block.flags.flatMap((use) => {
    const [, group, version] = versionText.exec(use.value ?? '') ?? [];
    if (version === undefined) return [];
    const named = use.name === chosenBy || (!plugin && /^--?(?:exec-)?api-version$/.test(use.name));
    return named || group !== ''
      ? [choiceAt(use.name, version, ['args', use.valueIndex], use.value ?? '', use)]
      : [];
  });
  for (const [index, { name, value }] of block.env.entries()) {
    const [, group, version] = versionText.exec(value) ?? [];
    if (version === undefined || (name !== chosenBy && group === '')) continue;
    found.push(choiceAt(name, version, ['env', index, 'value'], value));
  }
  return [...found, ...unchosen(block, plugin)];
}

function choiceAt(
  name: string,
  version: string,
  path: readonly (string | number)[],
  value: string,
  use?: ExecBlock['flags'][number],
): Choice {
  const joined = use && use.index === use.valueIndex ? `${use.name}=` : '';
  const written = (other: Version) => joined + value.replace(/[^/]+$/, other);
  return {
    version,
    what: `"${name}" asks for`,
    path,
    written,
    edits: (document, user, other) => setValue(document, user, [...execPath, ...path], written(other)),
  };
}

/** Without its flag the plugin answers in a version of its own choice. */
function unchosen(block: ExecBlock, plugin: KnownPlugin | undefined): Choice[] {
  const { unchosen: version = null, chosenBy = null } = plugin?.answers ?? {};
  if (!version || !chosenBy || flagOf(block, chosenBy)) return [];
  return [
    {
      version,
      what: `Without ${chosenBy} the plugin answers in`,
      path: ['command'],
      written: (other) => `${chosenBy} ${other}`,
      edits: (document, user, other) =>
        putItems(document, user, execPath, 'args', [chosenBy, other], { after: 'command' }) ?? [],
    },
  ];
}
