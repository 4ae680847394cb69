/** Where messages come from and go to, as the objects that JSON makes of them. */
export interface Transport {
  /** Called once. */
  listen(client: Client): void;
  send(message: object): void;
}

export interface Client {
  message(message: unknown): void;
  /** What has come can't be read. */
  unreadable(): void;
  /** Nothing will come any more. */
  close(): void;
}
