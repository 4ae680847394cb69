import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { decodeBytes } from '../../../server/document/bytes';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { nodeEnvironment } from '../../../server/environment-node';
import { check } from '../../../server/rules/check';
import { jsonSchemas } from '../../../server/schema/json-schema';
import { cases, loadRoot } from '../../conformance/load-corpus';
import { recordedRelease } from '../../conformance/release';
import { schemaFiles } from '../../readme/schema';
import { root } from '../../runner/phases';

test('media holds what the schema says (else: npm run schema)', () => {
  for (const [file, text] of schemaFiles()) assert.equal(readFileSync(path.join(root, file), 'utf8'), text);
});

const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
ajv.addVocabulary(['markdownDescription', 'markdownEnumDescriptions']);
const [kubeconfig, execCredential] = Object.values(jsonSchemas()).map((schema) => ajv.compile(schema)) as [
  ValidateFunction,
  ValidateFunction,
];

/** As editors' YAML servers read a text. */
const read = (text: string) => parse(text, { merge: true, uniqueKeys: false, logLevel: 'silent' });

function faultsOf(validate: ValidateFunction, text: string): string[] {
  validate(read(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Whether kubectl refuses a context of the file, or would if one used the broken user. */
function isRefused(location: string): boolean {
  const { text } = decodeBytes(nodeEnvironment.files.read(location));
  const machine = { environment: nodeEnvironment, directory: path.dirname(location) };
  const context = { ...machine, kubernetesVersion: recordedRelease };
  const { diagnostics } = check(new Kubeconfig(text), context, location);
  return diagnostics.some(({ severity, kubectl }) => severity === 'error' || kubectl);
}

function assertNoFalseFault(location: string): void {
  const faults = faultsOf(kubeconfig, readFileSync(location, 'utf8'));
  assert.ok(faults.length === 0 || isRefused(location), faults.join('\n'));
}

describe('kubeconfigs as vendors write them, which kubectl accepts', () => {
  const folder = path.join(root, 'test/conformance/realworld');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    test(name, () => assertNoFalseFault(path.join(folder, name)));
  }
});

describe('kubeconfigs that kubectl loads', () => {
  // A line that ends in a carriage return alone, and UTF-16, are beyond editors' YAML servers.
  const beyond = /line ends: cr$|UTF-16/;
  const loaded = cases.flatMap(({ file, loads, condition, id }) =>
    loads && file && existsSync(path.join(loadRoot, file)) && !beyond.test(condition) ? [{ id, file }] : [],
  );
  for (const { id, file } of loaded) test(id, () => assertNoFalseFault(path.join(loadRoot, file)));

  test('most of them have no fault at all', () => {
    const clean = loaded.filter(
      ({ file }) => faultsOf(kubeconfig, readFileSync(path.join(loadRoot, file), 'utf8')).length === 0,
    );
    assert.ok(clean.length > 200, `${clean.length} of ${loaded.length}`);
  });
});

describe('typical mistakes in a kubeconfig', () => {
  const exec = (block: string) => `users: [{name: dev, user: {exec: ${block}}}]`;
  const v1 = 'apiVersion: client.authentication.k8s.io/v1';
  const mistakes: [what: string, text: string, fault: string][] = [
    ['another kind', 'kind: Pod', '/kind must be equal to one of the allowed values'],
    ['a number as a name', 'current-context: 1', '/current-context must be string,null'],
    ['users as a mapping', 'users: {name: dev}', '/users must be array,null'],
    [
      'a word for a boolean',
      'clusters: [{cluster: {insecure-skip-tls-verify: "true"}}]',
      'must match pattern',
    ],
    [
      'PEM for base64',
      'clusters: [{cluster: {certificate-authority-data: "-----BEGIN "}}]',
      'must match pattern',
    ],
    ['no command', exec(`{${v1}beta1}`), "must have required property 'command'"],
    ['no interactiveMode', exec(`{${v1}, command: aws}`), "must have required property 'interactiveMode'"],
    [
      'interactiveMode in lower case',
      exec(`{${v1}, command: aws, interactiveMode: never}`),
      '/interactiveMode must be',
    ],
    ["the file's apiVersion", exec('{apiVersion: v1, command: aws}'), '/exec/apiVersion must be equal'],
    [
      'args as a text',
      exec(`{${v1}beta1, command: aws, args: eks get-token}`),
      '/exec/args must be array,null',
    ],
    ['a number in args', exec(`{${v1}beta1, command: aws, args: [1]}`), '/exec/args/0 must be string,null'],
    ['env as a mapping', exec(`{${v1}beta1, command: aws, env: {A: b}}`), '/exec/env must be array,null'],
    ['a variable without a name', exec(`{${v1}beta1, command: aws, env: [{value: b}]}`), "property 'name'"],
  ];
  for (const [what, text, fault] of mistakes) {
    test(what, () => assert.match(faultsOf(kubeconfig, text).join('\n'), new RegExp(fault)));
  }
});

describe('an ExecCredential', () => {
  const credential = (version: string, status: string) =>
    `{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/${version}", "status": ${status}}`;
  for (const version of ['v1', 'v1beta1']) {
    test(`${version}: what kubectl accepts has no fault`, () => {
      for (const status of [
        '{"token": "t", "expirationTimestamp": "2030-01-31T18:00:00.5+01:00"}',
        '{"token": "t", "clientCertificateData": "", "clientKeyData": null, "Token": 1}',
        '{"clientCertificateData": "c", "clientKeyData": "k"}',
        'null',
      ]) {
        assert.deepEqual(faultsOf(execCredential, credential(version, status)), []);
      }
    });
  }

  const mistakes: [what: string, text: string, fault: string][] = [
    ['no apiVersion', 'kind: ExecCredential', "must have required property 'apiVersion'"],
    [
      'another kind',
      credential('v1', '{"token": "t"}').replace('ExecCredential', 'Config'),
      '/kind must be equal',
    ],
    ['an unknown version', credential('v2', '{"token": "t"}'), '/apiVersion must be equal'],
    ['no credential', credential('v1', '{"Token": "t"}'), "must have required property 'token'"],
    ['half a pair', credential('v1', '{"clientKeyData": "k"}'), "property 'clientCertificateData'"],
    ['a number as the token', credential('v1beta1', '{"token": 1}'), '/status/token must be string,null'],
    [
      'a time in words',
      credential('v1', '{"token": "t", "expirationTimestamp": "1h"}'),
      'must match pattern',
    ],
  ];
  for (const [what, text, fault] of mistakes) {
    test(what, () => assert.match(faultsOf(execCredential, text).join('\n'), new RegExp(fault)));
  }
});
