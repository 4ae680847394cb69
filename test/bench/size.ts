import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Measure, Row } from './result';

/** The production bundles, as they are packaged. */
export const measureSize: Measure = async (bundles) =>
  readdirSync(bundles, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name): Row => {
      const size = statSync(path.join(bundles, name)).size / 1024;
      return {
        subject: 'size',
        what: name,
        unit: 'KiB',
        median: size,
        fastest: size,
        slowest: size,
        p95: size,
        runs: 1,
      };
    });
