import * as vscode from 'vscode';
import {
  type SignInParams,
  type SignInUrl,
  signInNotification,
  signInOverRequest,
  signInUrlRequest,
} from '../../../server/protocol';
import type { LanguageServer } from '../../client/server';
import { tellFailure } from '../messages';
import { copyCommand, openCommand, signInNotice } from './notice';

/** Tells the user where a plugin waits for him to log in, for as long as it does. Nothing is opened by itself. */
export function registerSignIns({ subscriptions }: vscode.ExtensionContext, server: LanguageServer): void {
  /** By id, which only the notice knows. */
  const waiting = new Map<string, SignInParams>();
  server.onNotification(signInNotification, (params) => {
    const signIn = params as SignInParams;
    waiting.set(signIn.id, signIn);
    show(server, signIn).then(() => waiting.delete(signIn.id), tellFailure);
  });
  const register = (command: string, act: (signIn: SignInParams) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (id: unknown) => {
      const signIn = waiting.get(`${id}`);
      if (signIn) await act(signIn).catch(tellFailure);
    });
  subscriptions.push(
    register(openCommand, (signIn) => open(server, signIn)),
    register(copyCommand, copy),
  );
}

/** VS Code takes back no other notification than one of progress. */
async function show(server: LanguageServer, signIn: SignInParams): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, title: signInNotice(signIn) };
  await vscode.window.withProgress(options, () =>
    // It is also over when the server has ended.
    server.request<null>(signInOverRequest, { id: signIn.id }).catch(() => null),
  );
}

async function open(server: LanguageServer, { id }: SignInParams): Promise<void> {
  const { url } = await server.request<SignInUrl>(signInUrlRequest, { id });
  // As text: a Uri would be put together anew, and what is encoded in a redirect address would not be any more.
  await vscode.env.openExternal(url as unknown as vscode.Uri);
}

async function copy({ code }: SignInParams): Promise<void> {
  if (code === null) return;
  await vscode.env.clipboard.writeText(code);
  vscode.window.setStatusBarMessage('Code copied.', 4000);
}
