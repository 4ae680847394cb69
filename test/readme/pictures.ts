import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../host/browser';
import { endDescendantsOnExit } from '../host/process-tree';
import { root } from '../runner/phases';

/** Which part of which screenshot of `npm test -- vsix` the README shows, in pixels. */
const pictures = {
  hover: { from: 'dark-hover.png', x: 350, y: 90, width: 900, height: 430 },
  completion: { from: 'dark-completion.png', x: 350, y: 270, width: 900, height: 435 },
  result: { from: 'dark-result.png', x: 350, y: 36, width: 1084, height: 800 },
  problems: { from: 'light-problems.png', x: 350, y: 90, width: 1084, height: 775 },
} as const;

async function main(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  for (const [name, { from, ...clip }] of Object.entries(pictures)) {
    const image = readFileSync(path.join(root, 'test/screenshots', from)).toString('base64');
    await page.setContent(`<body style="margin:0"><img src="data:image/png;base64,${image}"></body>`);
    await page.screenshot({ path: path.join(root, `media/${name}.png`), clip });
  }
  await browser.close();
}

endDescendantsOnExit();
main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
