import { pairOf } from '../document/node';
import { goQuote } from '../go/quote';
import { kubeconfigLink } from '../schema/links';
import { missingModeFixes, unknownModeFixes } from './fixes/interactive-mode';
import { isMistyped } from './given';
import { isSince } from './kubernetes-version';
import { keyAt, valueAt } from './places';
import { rule } from './rule';

const modes = ['Never', 'IfAvailable', 'Always'];
/** Versions for which kubectl fills in IfAvailable; v1alpha1 still gets it, and is then refused. */
const withDefault = /^client\.authentication\.k8s\.io\/v1(alpha1|beta1)$/;
/** The release that first read it. */
const since = '1.22';

export const interactiveModeMissing = rule({
  code: 'interactive-mode-missing',
  severity: 'error',
  title: '`interactiveMode` is missing although the version has no default for it (v1)',
  link: kubeconfigLink('ExecConfig'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const exec = user.decoded.value?.user?.exec;
    if (!exec || !isSince(context, since)) return;
    if (exec.interactiveMode || withDefault.test(exec.apiVersion ?? '')) return;
    if (['interactiveMode', 'apiVersion'].some((field) => isMistyped(user, 'user', 'exec', field))) return;
    // An empty one, or else what makes it necessary.
    const empty = pairOf(user.at('user', 'exec'), 'interactiveMode');
    const why = exec.apiVersion
      ? 'This apiVersion has no default'
      : 'Without an apiVersion there is no default';
    yield {
      ...keyAt(user, 'user', 'exec', empty ? 'interactiveMode' : 'apiVersion'),
      message: `${why} for "interactiveMode". Add it with IfAvailable, or with Never if the plugin asks nothing.`,
      kubectl: `interactiveMode must be specified for ${user.name} to use exec authentication plugin`,
      fixes: () => missingModeFixes(document, user),
    };
  },
});

export const interactiveModeUnknown = rule({
  code: 'interactive-mode-unknown',
  severity: 'error',
  title: '`interactiveMode` is none of Never, IfAvailable and Always',
  link: kubeconfigLink('ExecConfig'),
  stage: 'validate',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const mode = user.decoded.value?.user?.exec?.interactiveMode;
    if (!mode || modes.includes(mode) || !isSince(context, since)) return;
    const meant = modes.find((known) => known.toLowerCase() === mode.trim().toLowerCase());
    yield {
      ...valueAt(user, 'user', 'exec', 'interactiveMode'),
      message: meant
        ? `Case and spaces matter. Write ${meant}.`
        : 'There is no such mode. Write Never, IfAvailable or Always.',
      kubectl: `invalid interactiveMode for ${user.name}: ${goQuote(mode)}`,
      fixes: () => unknownModeFixes(document, user, meant),
    };
  },
});
