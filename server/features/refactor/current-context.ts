import { entryAt } from '../../document/locate';
import { setCurrentContext } from '../../edits/current-context';
import { type Refactor, refactoring } from './refactoring';

/** The context at the cursor becomes the one that kubectl uses. */
export const setAsCurrentContext: Refactor = (document, at) => {
  const entry = entryAt(document, at.start);
  const context = document.contexts.find((each) => each === entry);
  if (!context || context.name === '' || context.name === document.currentContext) return [];
  // What another file says comes first.
  if (document.otherFileOf('current-context') !== undefined) return [];
  return refactoring('refactor.rewrite', 'Set as current context', setCurrentContext(document, context.name));
};
