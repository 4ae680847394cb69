import { randomUUID } from 'node:crypto';
import { ParameterStructures, RequestType } from 'vscode-jsonrpc';
import type { MessageActionItem, ShowMessageParams, ShowMessageRequestParams } from 'vscode-languageserver';
import { plainAddress, type SignIn } from '../plugin';
import { printable } from '../printable';
import {
  type SignInOverParams,
  type SignInParams,
  type SignInUrl,
  type SignInUrlParams,
  signInNotification,
  signInOverRequest,
  signInUrlRequest,
} from '../protocol';
import { withoutLinks } from '../without-links';
import { answering, refusal } from './answers';
import { property } from './params';
import type { Session } from './session';
import type { Connection } from './wire/connection';
import { MessageType } from './wire/constants';

const { byName } = ParameterStructures;
const types = {
  url: new RequestType<SignInUrlParams, SignInUrl, void>(signInUrlRequest, byName),
  over: new RequestType<SignInOverParams, null, void>(signInOverRequest, byName),
};

/** Serves the way to the address of a log-in, and its end. */
export function serveSignIns(connection: Connection, signIns: SignIns): void {
  const answer = answering(connection);
  const url = answer('address of a log-in', (params: SignInUrlParams) => signIns.url(params));
  const over = answer('end of a log-in', (params: SignInOverParams) => signIns.over(params));
  connection.onRequest(types.url, url);
  connection.onRequest(types.over, over);
}

/** Whom a run is for, in words that may be shown. */
export type For = Pick<SignInParams, 'uri' | 'user'>;

interface Waiting {
  readonly url: string;
  readonly over: Promise<void>;
}

/** What plugins that run ask their users to log in to. */
export class SignIns {
  /** By id, for as long as the plugin waits. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {}

  /** Has a run tell of the log-ins that its plugin asks for; all of them are over when it is. */
  async during<R>(whom: For, run: (onSignIn: (signIn: SignIn) => void) => Promise<R>): Promise<R> {
    const ids: string[] = [];
    let end: () => void = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    try {
      return await run((signIn) => {
        const id = randomUUID();
        ids.push(id);
        this.#waiting.set(id, { url: signIn.url, over });
        this.#tell(id, whom, signIn);
      });
    } finally {
      for (const id of ids) this.#waiting.delete(id);
      end();
    }
  }

  /** `params`: `SignInUrlParams`, if it is that. */
  url(params: unknown): SignInUrl {
    const url = this.#waiting.get(`${property(params, 'id')}`)?.url;
    if (url === undefined) throw refusal('The plugin does not wait for this log-in any more.');
    return { url };
  }

  /** `params`: `SignInOverParams`, if it is that. Resolves when nobody waits for it any more. */
  async over(params: unknown): Promise<null> {
    await this.#waiting.get(`${property(params, 'id')}`)?.over;
    return null;
  }

  #tell(id: string, whom: For, { host, code, url }: SignIn): void {
    const { session, connection } = this;
    if (session.showsSignIns) {
      const params: SignInParams = { id, ...whom, host, code };
      return void connection.sendNotification(signInNotification, params);
    }
    const entering = code === null ? '' : ` and enter the code ${code}`;
    const where = session.opensLinks ? host : plainAddress(url);
    // The address first: a user's name could have another one in it, or push it out of sight.
    const text = `Log in at ${where}${entering}: the plugin of "${whom.user}" waits for it.`;
    const message = withoutLinks(printable(text));
    if (session.opensLinks) return void this.#offer(id, message).catch(() => {});
    const shown: ShowMessageParams = { type: MessageType.Info, message };
    void connection.sendNotification('window/showMessage', shown);
  }

  /** For clients that know nothing of it, but can open an address. */
  async #offer(id: string, message: string): Promise<void> {
    const open = { title: 'Open' };
    const params: ShowMessageRequestParams = { type: MessageType.Info, message, actions: [open] };
    const answer = await this.connection.sendRequest<MessageActionItem | null>(
      'window/showMessageRequest',
      params,
    );
    const uri = this.#waiting.get(id)?.url;
    if (answer?.title !== open.title || uri === undefined) return;
    await this.connection.sendRequest('window/showDocument', { uri, external: true });
  }
}
