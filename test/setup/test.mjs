import { installThenRun } from './first.mjs';

await installThenRun('../runner/main.ts');
