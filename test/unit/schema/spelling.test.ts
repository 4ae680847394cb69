import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  asObject,
  authInfo,
  cluster,
  credentialBeforeExec,
  editDistance,
  execConfig,
  fieldNames,
  homeBelow,
  namedAuthInfo,
  nearMiss,
  type ObjectSchema,
  sameLetters,
  typeName,
} from '../../../server/schema';

const names = (schema: ObjectSchema) => fieldNames(schema);

test('the same letters', () => {
  assert.equal(sameLetters('apiversion', names(execConfig)), 'apiVersion');
  assert.equal(sameLetters('provide_cluster-info', names(execConfig)), 'provideClusterInfo');
  assert.equal(sameLetters('tlsServerName', names(cluster)), 'tls-server-name');
  assert.equal(sameLetters('commands', names(execConfig)), undefined);
});

test('a near miss', () => {
  assert.equal(nearMiss('comand', names(execConfig)), 'command');
  assert.equal(nearMiss('interactivMod', names(execConfig)), 'interactiveMode');
  assert.equal(nearMiss('arg', names(execConfig)), undefined);
  assert.equal(nearMiss('timeout', names(execConfig)), undefined);
});

test('one level too high', () => {
  assert.equal(homeBelow('exec', namedAuthInfo), 'user');
  assert.equal(homeBelow('Command', authInfo), 'exec');
  assert.equal(homeBelow('name', authInfo), undefined);
  assert.equal(homeBelow('server', authInfo), undefined);
});

test('the distance between two texts', () => {
  assert.equal(editDistance('exec', 'exec', 0), 0);
  assert.equal(editDistance('kitten', 'sitting', 3), 3);
  assert.equal(editDistance('', 'abc', 3), 3);
  assert.equal(editDistance('a', 'abcde', 3), Number.POSITIVE_INFINITY);
});

describe('what is used instead of the plugin', () => {
  const table: [fields: string, expected: string | undefined][] = [
    ['', undefined],
    ['token', 'token'],
    ['token tokenFile', 'tokenFile'],
    ['username password', 'username'],
    ['password', undefined],
    ['client-certificate client-key-data', 'client certificate'],
    ['client-certificate-data', undefined],
    ['client-key', undefined],
    ['as as-uid', undefined],
  ];
  for (const [fields, expected] of table) {
    test(fields || 'nothing', () => {
      assert.equal(
        credentialBeforeExec((field) => fields.split(' ').includes(field)),
        expected,
      );
    });
  }
});

test('types in words', () => {
  const type = (name: string, schema: ObjectSchema) => typeName(schema.shape[name] as ObjectSchema);
  assert.equal(type('env', execConfig), 'list of objects');
  assert.equal(type('args', execConfig), 'list of strings');
  assert.equal(type('as-user-extra', authInfo), 'map of lists of strings');
  assert.equal(type('client-key-data', authInfo), 'base64');
  assert.equal(asObject(authInfo), authInfo);
});
