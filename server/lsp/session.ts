import { editorLimits } from '../document/sizes';
import { defaultTimeoutSeconds, longestTimeoutSeconds } from '../limits';
import { judgeCommand, runCommand, showResultCommand } from '../protocol';
import { isRelease } from '../schema/release';
import { type Abilities, abilitiesOf } from './abilities';
import { property } from './params';

/** What the client has said about itself and the user. Any client may say nothing at all. */
export interface Session {
  /** Whether there is a machine to run plugins and to look at files on: a browser is none. */
  readonly onMachine: boolean;
  trusted: boolean;
  /** Whether the client knows the command of the code lens. */
  runCommand: boolean;
  /** The same for that on an ExecCredential. */
  judgeCommand: boolean;
  /** The same for that which shows a result again. */
  showResultCommand: boolean;
  /** Whether the client shows code lenses; it may leave their commands to the server. */
  showsLenses: boolean;
  /** Whether the client shows code actions that are more than a command. */
  takesActions: boolean;
  /** Whether the client can be asked to watch files outside of its folders, too. */
  watchesFiles: boolean;
  /** Whether the client says when its window is focused. */
  tellsFocus: boolean;
  /** Whether the client tells the user itself where a plugin asks him to log in. */
  showsSignIns: boolean;
  /** Whether the client can open an address in a browser. */
  opensLinks: boolean;
  /** What the client can do with answers. */
  abilities: Abilities;
  /** Seconds after which a plugin is ended. */
  timeoutSeconds: number;
  /** UTF-16 code units of a text that is read. */
  mostText: number;
  /** Files that kubectl merges, instead of those in KUBECONFIG; empty: those. */
  kubeconfig: readonly string[];
  /** Levels of rules by their code, as they were sent. */
  rules: unknown;
  /** The release of kubectl to judge for below a URI, the longest URI first; the last is the empty one. */
  releases: readonly Release[];
}

interface Release {
  readonly uri: string;
  /** `undefined`: the newest known. */
  readonly kubernetesVersion: string | undefined;
}

export function newSession(): Session {
  return {
    onMachine: true,
    trusted: false,
    runCommand: false,
    judgeCommand: false,
    showResultCommand: false,
    showsLenses: false,
    takesActions: false,
    watchesFiles: false,
    tellsFocus: false,
    showsSignIns: false,
    opensLinks: false,
    abilities: abilitiesOf(undefined),
    timeoutSeconds: defaultTimeoutSeconds,
    mostText: editorLimits.text,
    kubeconfig: [],
    rules: undefined,
    releases: [],
  };
}

/** Takes the `initializationOptions` and the client's capabilities, whatever they are. */
export function configure(session: Session, options: unknown, capabilities: unknown): void {
  const commands = property(options, 'commands');
  const carriesOut = (command: string) => Array.isArray(commands) && commands.includes(command);
  session.trusted = property(options, 'trusted') === true;
  session.runCommand = carriesOut(runCommand);
  session.judgeCommand = carriesOut(judgeCommand);
  session.showResultCommand = carriesOut(showResultCommand);
  const inText = (...path: string[]) => isObject(['textDocument', ...path].reduce(property, capabilities));
  session.showsLenses = inText('codeLens');
  session.takesActions = inText('codeAction', 'codeActionLiteralSupport');
  const watching = property(property(capabilities, 'workspace'), 'didChangeWatchedFiles');
  session.watchesFiles =
    property(watching, 'dynamicRegistration') === true &&
    property(watching, 'relativePatternSupport') === true;
  session.tellsFocus = property(options, 'tellsFocus') === true;
  session.showsSignIns = property(options, 'showsSignIns') === true;
  const showing = property(property(capabilities, 'window'), 'showDocument');
  session.opensLinks = property(showing, 'support') === true;
  session.abilities = abilitiesOf(capabilities);
  applySettings(session, property(options, 'settings'));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Takes the `Settings`; what is missing or makes no sense has its default. */
export function applySettings(session: Session, settings: unknown): void {
  const seconds = property(property(settings, 'run'), 'timeoutSeconds');
  const valid = typeof seconds === 'number' && seconds > 0;
  const files = property(settings, 'kubeconfig');
  session.kubeconfig = Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
  session.timeoutSeconds = valid ? Math.min(seconds, longestTimeoutSeconds) : defaultTimeoutSeconds;
  session.mostText = sizeIn(settings);
  session.rules = property(settings, 'rules');
  session.releases = releasesIn(settings);
}

function sizeIn(settings: unknown): number {
  const megabytes = property(settings, 'maxFileSize');
  return typeof megabytes === 'number' && megabytes > 0 ? megabytes * 1024 * 1024 : editorLimits.text;
}

function releasesIn(settings: unknown): Release[] {
  const folders = property(settings, 'folders');
  const own = (Array.isArray(folders) ? folders : []).flatMap((folder: unknown) => {
    const uri = property(folder, 'uri');
    return typeof uri === 'string' ? [{ uri, kubernetesVersion: releaseIn(folder) }] : [];
  });
  const sorted = own.toSorted((a, b) => b.uri.length - a.uri.length);
  return [...sorted, { uri: '', kubernetesVersion: releaseIn(settings) }];
}

function releaseIn(settings: unknown): string | undefined {
  const version = property(settings, 'kubernetesVersion');
  return typeof version === 'string' && isRelease(version) ? version : undefined;
}

/** The release of kubectl to judge a document for; `undefined`: the newest known. */
export function kubernetesVersionFor({ releases }: Session, uri: string): string | undefined {
  const isIn = (folder: string) =>
    uri.startsWith(folder.endsWith('/') || folder === '' ? folder : `${folder}/`);
  return releases.find((release) => isIn(release.uri))?.kubernetesVersion;
}
