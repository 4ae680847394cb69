import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeEnvironment } from '../../../server/environment-node';
import { withoutEditorVariables } from '../../../server/lsp/editor-variables';

test('a plugin does not inherit what the editor told the server', () => {
  const variables = { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', VSCODE_PID: '7', MY_VSCODE_PID: '8' };
  const environment = withoutEditorVariables({ ...nodeEnvironment, variables });
  assert.deepEqual(environment.variables, { PATH: '/bin', MY_VSCODE_PID: '8' });
});
