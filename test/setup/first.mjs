import { ensureDependencies } from './dependencies.mjs';

/**
 * Makes a fresh clone able to run TypeScript, then hands over to a module of this repository.
 * @param {string} module
 */
export async function installThenRun(module) {
  try {
    ensureDependencies();
    await import('tsx');
    await import(module);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
