import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Parts of what the sample plugin hands out that may be seen nowhere. */
export function sampleSecrets(sample: string): string[] {
  const credential = execFileSync(path.join(sample, 'bin/sample-plugin'), ['jwt'], {
    encoding: 'utf8',
    env: { ...process.env, SAMPLE_PLUGIN_MARKER: '' },
  });
  const { token } = (JSON.parse(credential) as { status: { token: string } }).status;
  const signature = token.slice(token.lastIndexOf('.') + 1);
  const key = readFileSync(path.join(sample, 'bin/client-key.pem'), 'utf8').split('\n')[1];
  assert.ok(signature.length > 40 && key && key.length > 40);
  return [token, signature, key].flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
}

export function assertNoSecret(where: string, text: string, secrets: readonly string[]): void {
  assert.ok(!secrets.some((secret) => text.includes(secret)), `a secret is in ${where}`);
}

/** Looks through every file below a folder: logs, state, caches. */
export function assertNoSecretInFiles(folder: string, secrets: readonly string[]): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      assertNoSecret(file, readFileSync(file, 'latin1'), secrets);
    }
  }
}
