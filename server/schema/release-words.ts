import { isReleaseSince } from './release';

/** What apimachinery calls the list of kinds that it knows: once by its own place, since 1.30 by its user's. */
export function schemeName(place: string, version: string | undefined): string {
  return isReleaseSince(version, '1.30') ? place : 'pkg/runtime/scheme.go:100';
}

/** What a release's YAML reader says, of what the newest does. */
export function yamlWords(newest: string, version: string | undefined): string {
  return isReleaseSince(version, '1.31')
    ? newest
    : newest.replace(/^unsupported map key/, 'Unsupported map key');
}
