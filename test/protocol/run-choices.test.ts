import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { type RunChoices, runChoicesRequest } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

test('what a run can have instead is told of all files that are merged', async (t) => {
  const other = folder.write(
    'other',
    execKubeconfig({ command: 'x' }).replace(/\b(here|sample)\b/g, 'my-$1'),
  );
  const file = path.join(folder.path, 'kubeconfig');
  const settings = { kubeconfig: [file, other] };
  const client = await Client.start({ initialize: { initializationOptions: { trusted: true, settings } } });
  t.after(() => client.kill());
  const uri = fileUri(folder.write('kubeconfig', execKubeconfig({ command: 'x', env: { PROFILE: 'p' } })));
  await client.open(uri, execKubeconfig({ command: 'x', env: { PROFILE: 'sesame' } }));
  const choices = await client.connection.sendRequest<RunChoices>(runChoicesRequest, { uri, user: 'jane' });
  const { contexts, clusters, envNames, cwd } = choices;
  assert.deepEqual(
    [contexts, clusters],
    [
      ['here', 'my-here'],
      ['sample', 'my-sample'],
    ],
  );
  assert.deepEqual([envNames, cwd], [['PROFILE'], process.cwd()]);
  assert.ok(!client.written.toString().includes('sesame'), 'no value is told');
  await assert.rejects(
    client.connection.sendRequest(runChoicesRequest, { uri: fileUri('/gone') }),
    /not an open kubeconfig/,
  );
});
