import * as vscode from 'vscode';

/** VS Code has no API to read results of tests and language status items, so what goes there is noted; see `answerMessages`. */
export interface TestEvent {
  readonly test: string;
  readonly state: 'enqueued' | 'started' | 'passed' | 'failed' | 'errored' | 'skipped';
  readonly message?: string;
  /** Where the message stands. */
  readonly line?: number;
  readonly durationMs?: number;
}

export interface SeenRun {
  readonly events: TestEvent[];
  output: string;
  ended: boolean;
}

export interface SeenTests {
  controller: vscode.TestController | undefined;
  readonly profiles: vscode.TestRunProfile[];
  readonly runs: SeenRun[];
}

/** To be called before the extension shows tests. */
export function spyOnTests(): SeenTests {
  const api = vscode.tests as { createTestController: typeof vscode.tests.createTestController };
  const original = api.createTestController;
  const seen: SeenTests = { controller: undefined, profiles: [], runs: [] };
  api.createTestController = (id, label) => {
    const controller = withInstead(original(id, label), {
      createRunProfile: (created, args) => {
        const profile = created(...args);
        seen.profiles.push(profile);
        return profile;
      },
      createTestRun: (created, args) => {
        const run: SeenRun = { events: [], output: '', ended: false };
        seen.runs.push(run);
        return noted(created(...args), run);
      },
    });
    seen.controller = controller;
    return controller;
  };
  return seen;
}

function noted(run: vscode.TestRun, seen: SeenRun): vscode.TestRun {
  const note = (state: TestEvent['state']) => (act: (...args: never[]) => unknown, args: never[]) => {
    const [test, message, duration] = args as unknown as [vscode.TestItem, unknown, number?];
    const said = message instanceof vscode.TestMessage ? message : undefined;
    seen.events.push({
      test: test.label,
      state,
      ...(said && { message: `${said.message}` }),
      ...(said?.location && { line: said.location.range.start.line }),
      durationMs: duration ?? (message as number),
    });
    return act(...args);
  };
  return withInstead(run, {
    ...Object.fromEntries(
      (['enqueued', 'started', 'passed', 'failed', 'errored', 'skipped'] as const).map((state) => [
        state,
        note(state),
      ]),
    ),
    appendOutput: (act, args) => {
      seen.output += `${args[0]}`;
      return act(...args);
    },
    end: (act, args) => {
      seen.ended = true;
      return act(...args);
    },
  });
}

type Instead = (original: (...args: never[]) => never, args: never[]) => unknown;

/** An object some of whose methods do something else as well. */
function withInstead<T extends object>(object: T, methods: Readonly<Record<string, Instead | undefined>>): T {
  return new Proxy(object, {
    get(target, name) {
      const value = Reflect.get(target, name);
      const instead = methods[String(name)];
      if (typeof value !== 'function') return value;
      const bound = value.bind(target);
      return instead ? (...args: never[]) => instead(bound, args) : bound;
    },
  });
}

/** The language status items that there are now, as they were set last. */
export function spyOnStatus(): ReadonlySet<vscode.LanguageStatusItem> {
  const api = vscode.languages as {
    createLanguageStatusItem: typeof vscode.languages.createLanguageStatusItem;
  };
  const original = api.createLanguageStatusItem;
  const items = new Set<vscode.LanguageStatusItem>();
  api.createLanguageStatusItem = (id, selector) => {
    const item = withInstead(original(id, selector), {
      dispose: (act, args) => {
        items.delete(item);
        return act(...args);
      },
    });
    items.add(item);
    return item;
  };
  return items;
}
