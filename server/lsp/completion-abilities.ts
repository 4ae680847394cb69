import { property } from './params';

/** What the client can do with what is proposed to it. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  /** A text can be inserted, or take the place of what stands there, as the user likes. */
  readonly insertReplace: boolean;
  /** Lines can be inserted with just the indentation that they have. */
  readonly asIs: boolean;
  readonly labelDetails: boolean;
  readonly deprecatedTag: boolean;
  readonly markdown: boolean;
}

/** Of the client's capabilities, whatever they are. */
export function completionAbilitiesOf(capabilities: unknown): CompletionAbilities {
  const item = property(property(property(capabilities, 'textDocument'), 'completion'), 'completionItem');
  const has = (list: unknown, value: unknown) => Array.isArray(list) && list.includes(value);
  return {
    snippets: property(item, 'snippetSupport') === true,
    insertReplace: property(item, 'insertReplaceSupport') === true,
    asIs: has(property(property(item, 'insertTextModeSupport'), 'valueSet'), 1),
    labelDetails: property(item, 'labelDetailsSupport') === true,
    deprecatedTag: has(property(property(item, 'tagSupport'), 'valueSet'), 1),
    markdown: has(property(item, 'documentationFormat'), 'markdown'),
  };
}
