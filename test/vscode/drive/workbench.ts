import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from '../suites/waiting';

/** The VS Code window as a user sees it. Everything waits for what is on the screen. */
export class Workbench {
  readonly dialog: Locator;
  readonly hover: Locator;
  readonly codeLenses: Locator;
  readonly quickInput: Locator;
  readonly notifications: Locator;
  /** Lines of text in the editor. */
  readonly lines: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.locator('.monaco-dialog-box');
    this.hover = page.locator('.monaco-editor .monaco-hover:visible');
    this.codeLenses = page.locator('.codelens-decoration a');
    this.quickInput = page.locator('.quick-input-widget:visible');
    this.notifications = page.locator('.notification-toast');
    this.lines = page.locator('.monaco-editor .view-line');
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
  }

  async answerDialog(button: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async openFile(name: string): Promise<void> {
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`).first();
    // A window that is still coming up may draw its list anew under the mouse.
    await eventually(name, async () => {
      await this.page.getByRole('treeitem', { name }).dblclick();
      return tab.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
  }

  async runCommand(title: string): Promise<void> {
    // The one that was used last comes first, though its title may only begin so; a key binding or a remark may follow.
    const name = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,| \\(|$)`);
    const option = this.quickInput.getByRole('option', { name }).first();
    await this.#inPalette(title, () => option.click({ timeout: 5000 }));
  }

  /** The commands of one category that the palette offers, in alphabetical order. */
  async paletteCommands(category: string): Promise<string[]> {
    const offered = this.quickInput.getByRole('option').filter({ hasText: `${category}: ` });
    await this.#inPalette(`${category}: `, () => offered.first().waitFor({ timeout: 5000 }));
    // One that was used carries a remark behind its title.
    const titles = await offered.locator('.label-name').allTextContents();
    await this.page.keyboard.press('Escape');
    return titles.sort();
  }

  /** A key is lost while the focus moves, into a webview for one, and the palette closes when it does: both are done again. */
  async #inPalette(text: string, act: () => Promise<void>): Promise<void> {
    const input = this.quickInput.locator('input');
    const attempt = async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.waitFor({ timeout: 1000 });
      await input.fill(`>${text}`, { timeout: 1000 });
      await act();
    };
    await eventually(`${text} in the palette`, () =>
      attempt().then(
        () => true,
        () => false,
      ),
    );
  }

  /** The active file as it is on the disk. */
  async revert(): Promise<void> {
    await this.runCommand('File: Revert File');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  async pick(text: string | RegExp): Promise<void> {
    await this.quickInput.getByRole('option').filter({ hasText: text }).first().click();
  }

  /** Scrolls to the next place where a word stands, with the editor's own search. */
  async reveal(word: string): Promise<void> {
    const find = this.page.locator('.find-widget.visible');
    await this.page
      .locator('.editor-group-container.active .monaco-editor')
      .first()
      .click({ position: { x: 200, y: 5 } });
    await this.page.keyboard.press('Control+f');
    await find.locator('textarea').first().fill(word);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
  }

  /** Puts the cursor into the first place where a word is shown. */
  async clickOn(word: string): Promise<void> {
    await this.reveal(word);
    const token = this.page.locator('.view-line span span').filter({ hasText: word }).first();
    await token.click({ position: { x: 10, y: 8 } });
  }

  /** Opens the list of suggestions, and goes to one of them. */
  async suggest(label: string): Promise<void> {
    const list = this.page.locator('.suggest-widget.visible');
    await eventually('the suggestions', async () => {
      await this.page.keyboard.press('Control+Space');
      return list.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      );
    });
    const focused = list.locator('.monaco-list-row.focused').filter({ hasText: label });
    await eventually(label, async () => {
      if (await focused.isVisible()) return true;
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
  }

  /** Rests the mouse on the first place where a word is shown. */
  async hoverOn(word: string): Promise<void> {
    await this.reveal(word);
    const token = this.page.locator('.view-line span span').filter({ hasText: word }).first();
    await token.hover({ position: { x: 10, y: 8 } });
    await this.hover.waitFor();
  }

  /** The content of the active webview: VS Code puts it in a frame within a frame. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }
}

/** The text of an element, shown or not. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}
