#!/usr/bin/env node
// Stands in for the desktop `code` of @vscode/test-electron: the same flags, the same exit code.
await import('tsx');
await import('./development.ts');
