import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInNotice } from '../../../../src/run/sign-in/notice';

const signIn = {
  id: 'an-id',
  uri: 'file:///here/config',
  user: 'jane',
  host: 'login.example.com',
  code: null,
};
/** As VS Code finds links in notifications. */
const linksIn = (text: string) =>
  [...text.matchAll(/\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/gi)].map(([, label, href]) => [
    label,
    decodeURIComponent(href ?? ''),
  ]);
const open = ['login.example.com', 'command:kubeconfigExec.openSignIn?["an-id"]'];
const copy = ['WDJB-MJHT', 'command:kubeconfigExec.copySignInCode?["an-id"]'];

test('says where to log in, with links to go there and to copy the code', () => {
  const text = signInNotice({ ...signIn, code: 'WDJB-MJHT' });
  assert.equal(
    text.replaceAll(/\[|\]\([^)]+\)/g, ''),
    'Log in at login.example.com with the code WDJB-MJHT: the plugin of "jane" waits for it.',
  );
  assert.deepEqual(linksIn(text), [open, copy]);
  assert.deepEqual(linksIn(signInNotice(signIn)), [open]);
});

test('no name makes another link, or one of ours longer, or pushes them out of sight', () => {
  for (const user of [
    '[u](command:x)',
    '[u](https://x.example)',
    '[u',
    `${'x'.repeat(2000)}[u](command:x)`,
  ]) {
    const text = signInNotice({ ...signIn, user });
    // VS Code shows a thousand characters.
    assert.deepEqual(linksIn(text), [open]);
    assert.deepEqual(linksIn(text.slice(0, 1000)), [open]);
  }
});

test('an address of numbers has its link, too', () => {
  const [[label] = []] = linksIn(signInNotice({ ...signIn, host: 'http://[::1]:8000' }));
  assert.equal(label, 'http://::1:8000');
});
