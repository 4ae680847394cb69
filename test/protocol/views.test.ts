import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from './client';
import { able } from './positions/clients';
import { documents, type Format } from './positions/documents';
import { viewsOf } from './positions/views';

const far = 'arn:aws:eks:eu-west-1:1:cluster/far';
const symbols = [
  'current-context (stage)',
  `clusters [lab (https://lab.example.com:6443), ${far} (https://far.example.com)]`,
  `contexts [stage (current · lab · jane · web), 🦀 prod (${far} · yes)]`,
  'users [jane (aws eks get-token), yes (Azure kubelogin)]',
];
const half = [
  symbols[0],
  `clusters [lab (https://lab.example.com:6443), ${far}]`,
  `contexts [stage (current · lab · jane), 🦀 prod (${far} · yes)]`,
  'users [jane (aws eks get-token), yes (Azure kubelogin), bob]',
];
const links = [
  'https://lab.example.com:6443 -> https://lab.example.com:6443/',
  'https://far.example.com -> https://far.example.com/',
];
const tokens = [
  'stage namespace',
  'lab class definition',
  `${far} class definition`,
  'stage namespace definition',
  'lab class',
  'jane variable',
  '🦀 prod namespace definition',
  `${far} class`,
  'yes variable',
  'jane variable definition',
  '/opt/bin/aws function',
  'yes variable definition',
  'kubelogin function',
  'AZURE_CLIENT_ID parameter',
];

describe('what is shown of a document', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ initialize: { capabilities: able } });
  });
  after(() => client.kill());

  for (const [format, text] of Object.entries(documents) as [Format, string][]) {
    test(format, async () => {
      const uri = `file:///here/${format.replace(' ', '-')}.kubeconfig`;
      await client.open(uri, text, format === 'JSON' ? 'json' : 'yaml');
      const views = viewsOf(client, uri, text);
      assert.deepEqual(await views.symbols(), format === 'half typed' ? half : symbols);
      const found = await views.links();
      for (const link of format === 'half typed' ? links.slice(0, 1) : links)
        assert.ok(found.includes(link), link);
      assert.ok(
        found.some((link) => link.startsWith('https://kubelogin.example.com/install -> ')),
        `${found}`,
      );
      const lenses = await views.lenses();
      assert.deepEqual(
        lenses.map((lens) => lens.replaceAll('"', '')),
        ['name: Current context', 'name: Set as current context'],
      );
      const hints = await views.hints();
      assert.equal(hints.length, 1);
      assert.match(
        hints[0] ?? '',
        /^client\.authentication\.k8s\.io\/v1beta1"? interactiveMode: IfAvailable$/,
      );
      const bob = format === 'half typed' ? ['bob variable definition'] : [];
      assert.deepEqual(await views.tokens(), [...tokens, ...bob]);
      const selection = await views.selection('jane');
      assert.equal(selection[0], 'jane');
      for (const [index, inner] of selection.slice(0, -1).entries()) {
        const outer = selection[index + 1] ?? '';
        assert.ok(outer.includes(inner) && outer.length > inner.length, `${inner} in ${outer}`);
      }
      assert.equal(selection.at(-1)?.trim(), text.trim());
      const folds = await views.folds();
      const starts = folds.map(({ startLine }) => text.split('\n')[startLine]?.trim() ?? '');
      for (const list of ['clusters', 'contexts', 'users']) {
        assert.ok(
          starts.some((line) => new RegExp(`^"?${list}"?:`).test(line)),
          `${list}: ${starts.join()}`,
        );
      }
      for (const { startLine, endLine } of folds) assert.ok(endLine > startLine);
    });
  }
});
