import assert from 'node:assert/strict';
import { assertAccessible } from './axe';
import { check } from './checks';
import type { Journey } from './journey';

const results = [
  ['with-token', 'accepted'],
  ['with-certificate', 'certificate'],
  ['with-banner', 'unreadable'],
  ['expired', 'failed'],
] as const;

/** The results of several runs, by axe-core and by the keyboard alone. */
export async function accessibleResults(journey: Journey): Promise<void> {
  const { theme } = journey;
  await journey.workbench.runCommand('View: Close All Editors');
  for (const [user, what] of results) {
    await check(`${theme}: axe-core finds no fault in the result of ${user}`, async () => {
      await showResult(journey, user);
      await journey.screenshot(`result-${what}`);
      await assertAccessible(journey.workbench.webview.locator('body'));
    });
  }
  await check(`${theme}: everything in a result can be reached by Tab, and one sees where one is`, () =>
    tabbing(journey),
  );
  await check(`${theme}: an earlier run is chosen by the arrow keys`, () => choosingRun(journey));
  await check(`${theme}: Enter presses what is focused`, async () => {
    await journey.workbench.webview.getByRole('button', { name: 'Copy report' }).focus();
    await journey.workbench.page.keyboard.press('Enter');
    await journey.workbench.page.getByText('Report copied.').first().waitFor();
  });
}

/** Runs the plugin of a user, and waits until the result is there. */
export async function showResult({ workbench }: Journey, user: string): Promise<void> {
  await workbench.openFile('good.kubeconfig');
  await workbench.runCommand('Kubeconfig: Run Exec Plugin');
  await workbench.pick(user);
  const shown = workbench.webview.locator('.about').filter({ hasText: user });
  // Each is another command, and asked for once.
  const asked = await Promise.race([
    workbench.dialog.waitFor().then(() => true),
    shown.waitFor().then(() => false),
  ]);
  if (asked) await workbench.answerDialog(/^Run/);
  await shown.waitFor();
  await workbench.notifications.waitFor({ state: 'hidden' });
}

/** The last one was of the last user, the one before it of the user before. */
async function choosingRun({ workbench, screenshot }: Journey): Promise<void> {
  const { webview, page } = workbench;
  const [[earlier]] = results.slice(-2) as [(typeof results)[number], unknown];
  await webview.getByRole('combobox', { name: 'Run to look at' }).focus();
  await page.keyboard.press('Enter');
  await webview.getByRole('option').first().waitFor();
  await screenshot('result-runs');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await webview.locator('.about').filter({ hasText: earlier }).waitFor();
}

/** Numbers what can be focused, and begins with the first; answers how many there are. */
const numberAll = `(() => {
  const selector = 'vscode-button, vscode-single-select, button, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  all.forEach((each, index) => { each.dataset.order = index; });
  all[0]?.focus();
  return all.length;
})()`;

const lookAtFocused = `(() => {
  const active = document.activeElement;
  const parts = [active, ...(active.shadowRoot?.querySelectorAll('*') ?? [])].map((each) => getComputedStyle(each));
  const seen = parts.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px');
  return { order: active.dataset.order, seen, html: active.outerHTML.slice(0, 80) };
})()`;

interface Focused {
  readonly order: string | undefined;
  /** It has an outline. */
  readonly seen: boolean;
  readonly html: string;
}

async function tabbing({ workbench }: Journey): Promise<void> {
  const body = workbench.webview.locator('body');
  const count = (await body.evaluate(numberAll)) as number;
  assert.ok(count > 8, `there are ${count}`);
  for (let index = 0; index < count; index++) {
    const { order, seen, html } = (await body.evaluate(lookAtFocused)) as Focused;
    assert.equal(order, String(index), `Tab has come to ${html}`);
    assert.ok(seen, `one does not see that ${html} is focused`);
    await workbench.page.keyboard.press('Tab');
  }
}
