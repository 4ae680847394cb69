import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../host/browser';
import { endDescendantsOnExit } from '../host/process-tree';
import { root } from '../runner/phases';

interface Picture {
  readonly from: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which part of which screenshot of `npm test -- vsix` the README shows, in pixels. No line of text is cut in half. */
const pictures: Readonly<Record<string, Picture>> = {
  hover: { from: 'dark-hover.png', x: 352, y: 36, width: 940, height: 648 },
  completion: { from: 'dark-completion.png', x: 352, y: 36, width: 940, height: 668 },
  result: { from: 'dark-result.png', x: 352, y: 36, width: 1084, height: 798 },
  problems: { from: 'light-problems.png', x: 352, y: 36, width: 1084, height: 814 },
};

async function main(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (const [name, picture] of Object.entries(pictures)) {
    writeFileSync(path.join(root, `media/${name}.webp`), await cut(page, picture));
  }
  await browser.close();
}

/** WebP without loss, which for windows full of text is smaller than a good one with loss. */
async function cut(page: Page, { from, x, y, ...size }: Picture): Promise<Buffer> {
  const screenshot = readFileSync(path.join(root, 'test/screenshots', from)).toString('base64');
  const url = await page.evaluate<string>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${screenshot}';
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), ${JSON.stringify(size)});
    canvas.getContext('2d').drawImage(image, ${-x}, ${-y});
    return canvas.toDataURL('image/webp', 1);
  })()`);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

endDescendantsOnExit();
main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
