import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

/** The modes in which the sample plugin was executed, as the plugin itself has noted them. */
export function executions(): string[] {
  const { SAMPLE_PLUGIN_MARKER: marker } = process.env;
  assert.ok(marker, 'SAMPLE_PLUGIN_MARKER must name the file that the sample plugin writes to');
  return existsSync(marker) ? readFileSync(marker, 'utf8').split('\n').filter(Boolean) : [];
}
