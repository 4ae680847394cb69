import type { LocatedDocument } from '../../document/located-document';
import { goQuote } from '../../go/quote';
import { kubercGroup, kubercLink, schemeName } from '../../schema';
import { headFixes } from '../fixes/kuberc';
import { isMistyped } from '../given';
import { headerOf } from '../header';
import { isSince, kubectlName } from '../kubernetes-version';
import { fieldKey, fieldValue } from '../places';
import { type RuleContext, rule } from '../rule';
import { kubercFaults } from './faults';

const link = kubercLink('v1beta1', 'Preference');
/** The releases that first read a version. */
const since: Readonly<Record<string, string>> = { v1beta1: '1.34', v1alpha1: '1.33' };

export const kubercKind = rule({
  code: 'kuberc-kind',
  severity: 'error',
  title: 'A kuberc’s `kind` is not Preference, so kubectl does not use the file',
  link,
  stage: 'load',
  subject: 'kuberc',
  looksAt: 'file',
  *check(document, context) {
    const header = headerOf(document, 'kind');
    const { field, text } = header;
    const fixes = () => headFixes(document, 'kind', header, 'Preference', stops(document, context));
    if (text === 'Preference' || !isToBeJudged(document, 'kind', context)) return;
    if (text === '') {
      const message = 'Without a kind kubectl does not use this file. Add "kind" with Preference.';
      yield { ...fieldKey(document, field?.name ?? 'kind'), message, fixes };
      return;
    }
    const version = headerOf(document, 'apiVersion').text;
    yield {
      ...fieldValue(document, field?.name ?? 'kind'),
      message: 'kubectl does not use a file of this kind. Write Preference.',
      fixes,
      ...(version === '' ? {} : { kubectl: notRegistered(text, version, context) }),
    };
  },
});

export const kubercVersion = rule({
  code: 'kuberc-version',
  severity: 'error',
  title: 'A kuberc’s `apiVersion` is missing or unknown, so kubectl does not use the file',
  link,
  stage: 'load',
  subject: 'kuberc',
  looksAt: 'file',
  *check(document, context) {
    const header = headerOf(document, 'apiVersion');
    const { field, text } = header;
    if (!isToBeJudged(document, 'apiVersion', context)) return;
    const newest = `${kubercGroup}/${isSince(context, '1.34') ? 'v1beta1' : 'v1alpha1'}`;
    const fixes = () => headFixes(document, 'apiVersion', header, newest, stops(document, context));
    if (text === '') {
      const message = `Without a version kubectl does not use this file. Add "apiVersion" with ${newest}.`;
      yield { ...fieldKey(document, field?.name ?? 'apiVersion'), message, fixes };
      return;
    }
    const [group, version = ''] = text.split('/');
    const first = group === kubercGroup ? since[version] : undefined;
    if (first !== undefined && isSince(context, first)) return;
    const why = first
      ? `${kubectlName(context)} does not know ${version}, which came with ${first}`
      : 'kubectl does not know this version';
    yield {
      ...fieldValue(document, field?.name ?? 'apiVersion'),
      message: `${why}, and does not use this file. Write ${newest}.`,
      fixes,
      kubectl: notRegistered(headerOf(document, 'kind').text || 'Preference', text, context),
    };
  },
});

/** Whether kubectl would do nothing at all, once it used the file. */
function stops(document: LocatedDocument, context: RuleContext): boolean {
  return !kubercFaults(document, context).next().done;
}

/** An empty file says nothing, a wrong type is found elsewhere, and before 1.33 kubectl reads no such file. */
function isToBeJudged(document: LocatedDocument, name: 'kind' | 'apiVersion', context: RuleContext): boolean {
  const entry = document.entry(name);
  const mistyped = (entry && isMistyped(entry)) || document.field(name)?.list === true;
  return document.fields.length > 0 && !mistyped && isSince(context, '1.33');
}

function notRegistered(kind: string, version: string, { kubernetesVersion }: RuleContext): string {
  const scheme = schemeName('pkg/config/scheme/scheme.go:30', kubernetesVersion);
  return `no kind ${goQuote(kind)} is registered for version ${goQuote(version)} in scheme "${scheme}"`;
}
