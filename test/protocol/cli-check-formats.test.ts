import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import AjvDraft04 from 'ajv-draft-04';
import manifest from '../../package.json';
import { rules } from '../../server/rules';
import { type CommandResult, kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { rangeOf } from './ranges';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const { path: cwd } = folder;
folder.write('plugin', '#!/bin/sh\n', 0o755);
const good = execKubeconfig({ command: './plugin' });
folder.write('good', good);
/** An error, a warning and a hint; the name has what needs an escape. */
const bad = `${good.replace('"command":"./plugin",', '')}Clusters: []\npreferences: { colors: true }\n`;
folder.write('team/50%, a:b/bad config', bad);
const name = 'team/50%, a:b/bad config';
folder.write('hostile', good.replace('user: jane', 'user: "j\\n::error::x\\e[2J"'));
const proxy = 'ftp://user:hunter2hunter2@proxy.example';
folder.write('secret', good.replace('server:', `proxy-url: "${proxy}"\n      server:`));

const check = (...args: string[]): Promise<CommandResult> => kubeconfigExec(['check', ...args], { cwd });

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly semanticVersion: string; readonly rules: { id: string }[] };
      };
      readonly invocations: readonly { readonly executionSuccessful: boolean }[];
      readonly columnKind: string;
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly properties?: { readonly kubectl: string };
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: object; readonly region: object } },
        ];
      }[];
    },
  ];
}

describe('sarif', () => {
  const schema = path.join(root, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new AjvDraft04({ strict: false, validateFormats: false, unicodeRegExp: false });
  const isSarif = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

  async function sarif(...args: string[]): Promise<Sarif['runs'][0]> {
    const { stdout } = await check(...args, '--format', 'sarif');
    const log = JSON.parse(stdout) as Sarif;
    assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
    return log.runs[0];
  }

  test('has a rule for each code, and a place for each result', async () => {
    const { tool, invocations, columnKind, results } = await sarif(name);
    assert.equal(tool.driver.semanticVersion, manifest.version);
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(invocations, [{ executionSuccessful: true }]);
    assert.deepEqual(
      results.map(({ ruleId, level }) => [ruleId, level]),
      [
        ['command-missing', 'error'],
        ['field-case', 'warning'],
        ['preferences-deprecated', 'note'],
      ],
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    const rule = rules.find(({ code }) => code === 'command-missing');
    assert.deepEqual(tool.driver.rules[0], {
      id: 'command-missing',
      shortDescription: { text: rule?.title.replaceAll('`', '') },
      fullDescription: { text: `${rule?.title.replaceAll('`', '')}.` },
      help: { text: `Documentation: ${rule?.link}`, markdown: `[Documentation](${rule?.link})` },
      helpUri: rule?.link,
      defaultConfiguration: { level: 'error' },
    });
    const { start, end } = rangeOf(bad, 'exec');
    assert.deepEqual(results[0]?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'team/50%25%2C%20a%3Ab/bad%20config', uriBaseId: '%SRCROOT%' },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ]);
    assert.match(results[0]?.properties?.kubectl ?? '', /^command must be specified for jane/);
  });

  test('names a file in the working folder by its path from there, another by its address', async () => {
    const inside = await sarif(path.join(cwd, name));
    const location = (run: Sarif['runs'][0]) =>
      run.results[0]?.locations[0].physicalLocation.artifactLocation;
    assert.deepEqual(location(inside), { uri: 'team/50%25%2C%20a%3Ab/bad%20config', uriBaseId: '%SRCROOT%' });
    const other = temporaryFolder().write('bad', bad);
    assert.deepEqual(location(await sarif(other)), { uri: pathToFileURL(other).href });
    const { stdout } = await kubeconfigExec(['check', '-', '--format', 'sarif'], { cwd, input: bad });
    assert.deepEqual(location(JSON.parse(stdout).runs[0]), { uri: 'stdin' });
  });

  test('is a whole log without results, and says when a file could not be read', async () => {
    const clean = await sarif('good');
    assert.deepEqual([clean.tool.driver.rules, clean.results], [[], []]);
    const missing = await check('missing', '--format', 'sarif');
    assert.equal(missing.code, 2);
    assert.ok(isSarif(JSON.parse(missing.stdout)), JSON.stringify(isSarif.errors));
    assert.equal(JSON.parse(missing.stdout).runs[0].invocations[0].executionSuccessful, false);
  });

  test('has no password of a URL in it', async () => {
    const { stdout, code } = await check('secret', '--format', 'sarif');
    assert.equal(code, 1);
    assert.match(stdout, /proxy-url-invalid/);
    assert.doesNotMatch(stdout, /hunter2/);
  });
});

describe('github', () => {
  test('has an annotation per diagnostic, at its place', async () => {
    const { code, stdout, stderr } = await check(name, '--format', 'github');
    assert.equal(code, 1);
    assert.equal(stderr, '1 error, 1 warning in 1 file.\n');
    const { start, end } = rangeOf(bad, 'exec');
    const [first, second, third, ...more] = stdout.trimEnd().split('\n');
    const place = `line=${start.line + 1},endLine=${start.line + 1},col=${start.character + 1},endColumn=${end.character}`;
    assert.equal(
      first,
      `::error file=team/50%25%2C a%3Ab/bad config,${place},title=command-missing::The plugin has no command. Add "command" with the name or path of the program.`,
    );
    assert.match(second ?? '', /^::warning file=.*,title=field-case::kubectl ignores "Clusters"/);
    assert.match(third ?? '', /^::notice file=.*,title=preferences-deprecated::/);
    assert.deepEqual(more, []);
  });

  test("a stranger's name can't start a command of its own", async () => {
    const { stdout } = await check('hostile', '--format', 'github');
    assert.ok(stdout.length > 0);
    for (const line of stdout.trimEnd().split('\n'))
      assert.match(line, /^::(?:error|warning|notice) file=hostile,/);
    assert.ok(!stdout.includes('\x1b'));
  });

  test('has no password of a URL in it', async () => {
    const { stdout } = await check('secret', '--format', 'github');
    assert.match(stdout, /proxy-url-invalid/);
    assert.doesNotMatch(stdout, /hunter2/);
  });
});

test('an unknown format is refused with the known ones', async () => {
  const { code, stderr } = await check('hostile', '--format', 'junit');
  assert.equal(code, 2);
  assert.match(stderr, /unknown format "junit": use text, json, sarif or github/);
  const run = await kubeconfigExec(['run', 'hostile', '--format', 'sarif'], { cwd });
  assert.match(run.stderr, /unknown format "sarif": use text, json or junit/);
});
