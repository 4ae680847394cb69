import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { MessageActionItem, ShowMessageRequestParams } from 'vscode-languageserver';
import { runTitle } from '../describe/run-title';
import { overrideWords } from '../describe-report';
import { printable } from '../printable';
import { type RunPlan, type RunReport, runCommand } from '../protocol';
import { withoutLinks } from '../without-links';
import { refusal } from './answers';
import type { Commands } from './commands';
import { Progress } from './progress';
import type { RunService } from './run-service';
import type { Session } from './session';
import type { Connection } from './wire/connection';
import { LSPErrorCodes, MessageType } from './wire/constants';

type ReadyPlan = Extract<RunPlan, { kind: 'ready' }>;

/**
 * The command for clients that do not carry it out themselves: the server asks the user, by the client's means,
 * and remembers what was approved as long as it lives.
 */
export function runCommands(connection: Connection, service: RunService, session: Session): Commands {
  const approved = new Set<string>();
  const progress = new Progress(connection, session);
  const run = async (argument: unknown, token: CancellationToken): Promise<RunReport | null> => {
    if (!session.trusted) throw refusal(untrusted);
    const plan = await service.plan(argument);
    if (plan.kind === 'refused') throw refusal(refusalText(plan));
    if (!approved.has(plan.approvalId)) {
      if (!(await isApproved(connection, plan, token))) return null;
      approved.add(plan.approvalId);
    }
    const title = printable(runTitle(plan));
    const report = await progress.during(title, token, (either) =>
      service.run(argument, plan.approvalId, either),
    );
    if (!report.process.cancelled) await tell(connection, report);
    return report;
  };
  return new Map(session.runCommand ? [] : [[runCommand, run]]);
}

const untrusted =
  'This session is not trusted, so nothing is run. Set "trusted" in the initializationOptions to allow it.';

function refusalText({ message, kubectl }: Extract<RunPlan, { kind: 'refused' }>): string {
  return kubectl === null ? message : `${message} kubectl says: ${kubectl.replace(/\s*\n\s*/g, ' ')}`;
}

const yes = { title: 'Run' };
const no = { title: 'Cancel' };

async function isApproved(
  connection: Connection,
  plan: ReadyPlan,
  token: CancellationToken,
): Promise<boolean> {
  const params: ShowMessageRequestParams = {
    type: MessageType.Warning,
    message: withoutLinks(question(plan)),
    actions: [yes, no],
  };
  const answer = connection
    .sendRequest<MessageActionItem | null>('window/showMessageRequest', params, token)
    .catch(cannotAsk);
  const chosen = await Promise.race([answer, cancellation(token)]);
  return chosen?.title === yes.title && !token.isCancellationRequested;
}

function question(plan: ReadyPlan): string {
  const { resolvedPath, command, args, envNames, user, context, forced, overrides } = plan;
  const line = [resolvedPath ?? command, ...args].map(printable).join(' ');
  const names = envNames.map(printable).join(', ');
  const instead = overrides ? overrideWords(overrides).map(printable).join(', ') : '';
  const forWhom = printable(context === null ? user : `${user} (context ${context})`);
  const lines = [
    `Run this program to log in as ${forWhom}?`,
    line,
    ...(names ? [`with ${names} set`] : []),
    ...(instead ? [`Instead of what is configured: ${instead}.`] : []),
    ...(forced ? ['kubectl itself would refuse to run it.'] : []),
  ];
  return lines.join('\n');
}

/** A client that says no to the question itself has nobody to ask. */
function cannotAsk(error: unknown): never {
  if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) {
    throw refusal('This editor cannot ask whether to run the plugin, so nothing was run.');
  }
  throw refusal('The question whether to run the plugin was not answered, so nothing was run.');
}

/** The question may stay open; nobody waits for its answer any more. */
function cancellation(token: CancellationToken): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () =>
      reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled: nothing was run.'));
    if (token.isCancellationRequested) cancel();
    else token.onCancellationRequested(cancel);
  });
}

/** Not every client shows the result of a command. */
function tell(connection: Connection, { verdict, summary, kubectl }: RunReport): Promise<void> {
  const message = [summary, ...(kubectl === null ? [] : kubectl.trimEnd().split('\n'))]
    .map(printable)
    .join('\n');
  const type = verdict === 'accepted' ? MessageType.Info : MessageType.Warning;
  return connection.sendNotification('window/showMessage', { type, message: withoutLinks(message) });
}
