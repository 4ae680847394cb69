import * as vscode from 'vscode';
import {
  type SignInParams,
  type SignInUrl,
  signInNotification,
  signInUrlRequest,
} from '../../../server/protocol';
import { withoutLinks } from '../../../server/without-links';
import type { LanguageServer } from '../../client/server';
import { tellFailure } from '../messages';

/** Tells the user where a plugin waits for him to log in. Nothing is opened by itself. */
export function registerSignIns(server: LanguageServer): void {
  server.onNotification(signInNotification, (params) => {
    show(server, params as SignInParams).catch(tellFailure);
  });
}

async function show(server: LanguageServer, { id, user, host, code }: SignInParams): Promise<void> {
  const [open, copy] = ['Open in Browser', 'Copy Code'];
  const entering = code === null ? '' : ` and enter the code ${code}`;
  // The address first: a user's name could have another one in it, or push it out of sight.
  const message = withoutLinks(`Log in at ${host}${entering}: the plugin of "${user}" waits for it.`);
  let answer = await vscode.window.showInformationMessage(message, open, ...(code === null ? [] : [copy]));
  if (answer === copy && code !== null) {
    await vscode.env.clipboard.writeText(code);
    // A message goes away with its first answer, and the page is still to be opened.
    answer = await vscode.window.showInformationMessage(message, open);
  }
  if (answer !== open) return;
  const { url } = await server.request<SignInUrl>(signInUrlRequest, { id });
  // As text: a Uri would be put together anew, and what is encoded in a redirect address would not be any more.
  await vscode.env.openExternal(url as unknown as vscode.Uri);
}
