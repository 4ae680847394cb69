import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { notJudged } from '../../../server/plugin/judge';
import { scrubbersFor } from '../../../server/plugin/scrubbers';
import { mayShow } from '../../../server/plugin/sign-in-secrets';
import { plainAddress, signInsIn } from '../../../server/plugin/sign-in-text';
import { fakeEnvironment, targetWith } from './fakes';
import { forms } from './redaction/forms';
import { isVaried, secretKinds, tellingParts } from './redaction/secrets';
import { Shown } from './redaction/traces';

/** Where in an address a plugin may put what it must not tell. */
const spots: Readonly<Record<string, (text: string) => string>> = {
  path: (text) => `https://login.example.com/device/${text}`,
  state: (text) => `https://login.example.com/authorize?client_id=x&state=${text}&nonce=1`,
  'two parameters': (text) =>
    `https://login.example.com/authorize?state=${text.slice(0, 20)}&nonce=${text.slice(20)}`,
  parameter: (text) => `https://login.example.com/login?x=${text}`,
  fragment: (text) => `https://login.example.com/login#/device?y=${text}`,
  host: (text) => `https://${text.replace(/[^A-Za-z0-9-]/g, '').slice(0, 60)}.example.com/login`,
  hosts: (text) => `https://${text.replace(/[^A-Za-z0-9]/g, '').replace(/.{9}/g, '$&.')}.example.com/login`,
  code: (text) => `https://login.example.com/device?user_code=${text}`,
};

const cases = fc.record({
  secret: fc.oneof(...Object.values(secretKinds)).filter(isVaried),
  form: fc.constantFrom(
    'plain',
    'upper case',
    'lower case',
    'URL-escaped',
    'base64url',
    ...Object.keys(forms),
  ),
  spot: fc.constantFrom(...Object.keys(spots)),
  known: fc.constantFrom('from the file', 'from stdout'),
});

type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

/** What is told of a plugin that writes such an address. */
function told({ secret, form, spot, known }: Case) {
  const written = (forms[form] ?? String)(secret).replace(/\s/g, '');
  const text = `Log in at ${spots[spot]?.(written)} in a browser, and enter the code ${written}\n`;
  const isOfFile = known === 'from the file';
  const target = targetWith({}, { secrets: isOfFile ? [secret] : [] });
  const status = JSON.stringify({ status: { token: secret } });
  const stdout = Buffer.from(isOfFile ? '' : status);
  const { output } = scrubbersFor(target, fakeEnvironment(), { stdout }, notJudged);
  return signInsIn(text).filter((signIn) => mayShow(signIn, output, target));
}

it('no piece of a known secret is in an address, a host or a code that is told', () => {
  let shown = 0;
  const property = fc.property(cases, (each) => {
    const found = told(each);
    shown += found.length;
    const seen = new Shown(...found.flatMap(({ url, host, code }) => [url, host, code ?? '']));
    return tellingParts(each.secret).every((part) => seen.piecesOf(part).length === 0);
  });
  const { failed, counterexample, seed, counterexamplePath } = fc.check(property, { numRuns: 2000, seed: 5 });
  const [{ secret: _, ...how } = {}] = counterexample ?? [];
  assert.ok(!failed, `${JSON.stringify(how)}, seed ${seed}, path ${counterexamplePath}`);
  assert.ok(shown > 0, 'some were told: those that were cut off before the secret');
});

it('no piece of a secret that nobody knows yet crosses the wire before the user wants to go there', () => {
  const unknown = fc.oneof(...Object.values(secretKinds)).filter(isVaried);
  const property = fc.property(
    unknown,
    fc.constantFrom('code', 'path', 'state', 'parameter'),
    (secret, spot) => {
      const text = `Log in at ${spots[spot]?.(secret)} and enter the code ${secret}\n`;
      const target = targetWith();
      const { output } = scrubbersFor(target, fakeEnvironment(), null, notJudged);
      const found = signInsIn(text).filter((signIn) => mayShow(signIn, output, target));
      const seen = new Shown(
        ...found.flatMap(({ url, host, code }) => [plainAddress(url), host, code ?? '']),
      );
      return tellingParts(secret).every((part) => seen.piecesOf(part).length === 0);
    },
  );
  const { failed, seed, counterexamplePath } = fc.check(property, { numRuns: 2000, seed: 5 });
  assert.ok(!failed, `seed ${seed}, path ${counterexamplePath}`);
});

it('a host is told if it is made of words', () => {
  const target = targetWith();
  const { output } = scrubbersFor(target, fakeEnvironment(), null, notJudged);
  const isTold = (host: string) => mayShow({ url: `https://${host}/`, host, code: null }, output, target);
  const told =
    `login.microsoftonline.com accounts.google.com device.sso.eu-west-1.amazonaws.com d-9067abcdef.awsapps.com
    localhost:8000 127.0.0.1:52121 dev-12345678.okta.com login.us-ashburn-1.oraclecloud.com sso.cloudflareaccess.com
    [::1]:8000 192.168.178.20 keycloak-production-eu1.example.com`.split(/\s+/);
  assert.deepEqual(
    told.filter((host) => !isTold(host)),
    [],
  );
  const not = [
    'q7x9k2m4z8p.w3r5t6y1u0i',
    'kx7-ab12-cd34-ef56-gh78',
    'xb42.cd17.kz93.wq81',
    'a1b2c3d4e5f6',
    'a1b2-c3d4-e5f6',
    'ktpxqvlmzwbr',
    'x-9067abcdef',
    'abcdefghijkl12345',
  ];
  assert.deepEqual(
    not.filter((label) => isTold(`${label}.example.com`)),
    [],
  );
});
