/**
 * What semantic tokens are told apart by: types and modifiers of LSP, so that every editor has colours for
 * them, and `secret`, which a theme may single out.
 */
export const tokenTypes = [
  'namespace',
  'class',
  'variable',
  'function',
  'parameter',
  'string',
  'property',
] as const;
export const tokenModifiers = ['definition', 'deprecated', 'secret'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];
