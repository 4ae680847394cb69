import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { OneTimeChannel } from '../../../server/terminal/channel';
import { halvesOf } from '../../../server/terminal/secret';
import { Wire } from '../../../server/terminal/wire';

const skip = process.platform === 'win32' && 'its address is that of a pipe';

async function opened(t: TestContext): Promise<OneTimeChannel> {
  const channel = await OneTimeChannel.open();
  t.after(() => channel.close());
  return channel;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve).resume());

describe('a channel to a terminal', { skip }, () => {
  it('is given up, and leaves nothing, when nobody comes in time', async (t) => {
    const channel = await opened(t);
    assert.ok(existsSync(path.dirname(channel.address)));
    assert.equal(await channel.accept(20), undefined);
    assert.ok(!existsSync(path.dirname(channel.address)));
  });

  it('ends who is about to come in when it is closed', async (t) => {
    const channel = await opened(t);
    const socket = connect(channel.address);
    await new Promise((resolve) => socket.once('connect', resolve));
    const end = closed(socket);
    const accepted = channel.accept(5000);
    channel.close();
    assert.equal(await accepted, undefined);
    await end;
  });

  it('takes the first of two who know the secret at the same time', async (t) => {
    const channel = await opened(t);
    const accepted = channel.accept(5000);
    const sockets = [connect(channel.address), connect(channel.address)];
    t.after(() => {
      for (const socket of sockets) socket.destroy();
    });
    const heard: string[] = [];
    const ends = sockets.map((socket) => {
      socket.on('data', (chunk) => heard.push(String(chunk)));
      socket.on('error', () => {});
      return closed(socket);
    });
    for (const socket of sockets)
      socket.write(`${JSON.stringify({ secret: halvesOf(channel.secret).terminal })}\n`);
    const wire = await accepted;
    assert.ok(wire);
    wire.send({ for: 'one' });
    await Promise.race(ends);
    wire.close();
    await Promise.all(ends);
    assert.deepEqual(heard, ['{"for":"one"}\n']);
  });

  it('has another secret and another place each time', async (t) => {
    const [one, other] = [await opened(t), await opened(t)];
    assert.notEqual(one.secret, other.secret);
    assert.notEqual(path.dirname(one.address), path.dirname(other.address));
  });
});

describe('the lines of a channel', { skip }, () => {
  /** What comes out of what is written in pieces. */
  async function received(t: TestContext, pieces: readonly string[], limit?: number): Promise<unknown[]> {
    const channel = await opened(t);
    const server = createServer();
    const address = path.join(path.dirname(channel.address), 'x');
    server.listen(address);
    t.after(() => server.close());
    const socket = connect(address);
    const [other] = await new Promise<[Socket]>((resolve) =>
      server.once('connection', (end) => resolve([end])),
    );
    other.on('error', () => {});
    const wire = new Wire(socket, limit);
    for (const piece of pieces) other.write(piece);
    other.end();
    const values: unknown[] = [];
    for (;;) {
      const value = await wire.receive();
      if (value === undefined) return values;
      values.push(value);
    }
  }

  it('come whole, however they are cut', async (t) => {
    const text = `${JSON.stringify({ a: 'é\\n' })}\n[1]\n"x"\n`;
    assert.deepEqual(await received(t, [...text]), [{ a: 'é\\n' }, [1], 'x']);
    assert.deepEqual(await received(t, [text]), [{ a: 'é\\n' }, [1], 'x']);
  });

  it('end with the first that is no JSON, and with one that is too long', async (t) => {
    assert.deepEqual(await received(t, ['1\n', 'x\n', '2\n']), [1]);
    assert.deepEqual(await received(t, ['1\n', `"${'x'.repeat(99)}`], 50), [1]);
    assert.deepEqual(await received(t, ['1\n', `"${'x'.repeat(99)}"\n2\n`], 50), [1]);
  });
});
