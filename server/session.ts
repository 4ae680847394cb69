import { defaultTimeoutSeconds, longestTimeoutSeconds } from './limits';
import { property } from './params';
import { runCommand } from './protocol';

/** What the client has said about itself and the user. Any client may say nothing at all. */
export interface Session {
  trusted: boolean;
  /** Whether the client knows the command of the code lens. */
  runCommand: boolean;
  /** Seconds after which a plugin is ended. */
  timeoutSeconds: number;
  /** Files that kubectl merges, instead of those in KUBECONFIG; empty: those. */
  kubeconfig: readonly string[];
}

export function newSession(): Session {
  return { trusted: false, runCommand: false, timeoutSeconds: defaultTimeoutSeconds, kubeconfig: [] };
}

/** Takes the `initializationOptions`, whatever they are. */
export function configure(session: Session, options: unknown): void {
  const commands = property(options, 'commands');
  session.trusted = property(options, 'trusted') === true;
  session.runCommand = Array.isArray(commands) && commands.includes(runCommand);
  applySettings(session, property(options, 'settings'));
}

/** Takes the `Settings`; what is missing or makes no sense has its default. */
export function applySettings(session: Session, settings: unknown): void {
  const seconds = property(property(settings, 'run'), 'timeoutSeconds');
  const valid = typeof seconds === 'number' && seconds > 0;
  const files = property(settings, 'kubeconfig');
  session.kubeconfig = Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
  session.timeoutSeconds = valid ? Math.min(seconds, longestTimeoutSeconds) : defaultTimeoutSeconds;
}
