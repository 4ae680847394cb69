import { installThenRun } from './first.mjs';

await installThenRun('../start/main.ts');
