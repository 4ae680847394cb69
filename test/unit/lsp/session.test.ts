import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applySettings, kubernetesVersionFor, newSession } from '../../../server/lsp/session';

function versionFor(settings: unknown, uri = 'file:///home/jane/team/kubeconfig') {
  const session = newSession();
  applySettings(session, settings);
  return kubernetesVersionFor(session, uri);
}

describe('the release of kubectl that a document is judged for', () => {
  const folders = [
    { uri: 'file:///home/jane', kubernetesVersion: '1.30' },
    { uri: 'file:///home/jane/team', kubernetesVersion: 'v1.29.4' },
    { uri: 'file:///home/jane/te', kubernetesVersion: '1.28' },
    { uri: 'file:///home/jane/empty', kubernetesVersion: '' },
  ];

  test('is that of the settings', () => {
    assert.equal(versionFor({ kubernetesVersion: '1.22' }), '1.22');
  });
  test('is that of the innermost folder', () => {
    assert.equal(versionFor({ kubernetesVersion: '1.22', folders }), 'v1.29.4');
    assert.equal(versionFor({ folders }, 'file:///home/jane/teams/x'), '1.30');
    assert.equal(versionFor({ folders }, 'file:///home/joe/x'), undefined);
    assert.equal(versionFor({ kubernetesVersion: '1.22', folders }, 'untitled:Untitled-1'), '1.22');
  });
  test('is the newest where a folder says so', () => {
    assert.equal(versionFor({ kubernetesVersion: '1.22', folders }, 'file:///home/jane/empty/x'), undefined);
  });
  test('is the newest when it makes no sense', () => {
    const nonsense = [undefined, null, 5, {}, { kubernetesVersion: 1.29 }, { kubernetesVersion: '1.9' }];
    for (const settings of [...nonsense, { folders: 'none' }, { folders: [null, { uri: 1 }] }]) {
      assert.equal(versionFor(settings), undefined, JSON.stringify(settings));
    }
  });
  test('is the newest before there are settings', () => {
    assert.equal(kubernetesVersionFor(newSession(), 'file:///x'), undefined);
  });
});
