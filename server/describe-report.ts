import { credentialSections } from './describe/credential';
import type { Description, Row } from './describe/description';
import { placedFindings } from './describe/places';
import { judgedSection, named, runSection, sentSection, stderrSection } from './describe/run';
import { overrideWords } from './describe/simulated';
import type { RunReport } from './protocol';

export type * from './describe/description';
export { overrideWords } from './describe/simulated';
export { remaining } from './describe/time';

export function describeReport(report: RunReport): Description {
  const { verdict, summary, kubectl, process: ran, overrides, judged } = report;
  const stderr = stderrSection(report);
  const rejected = verdict === 'rejected';
  return {
    of: judged ? 'document' : 'run',
    outcome: ran.cancelled ? 'stopped' : verdict,
    headline: summary,
    about: aboutOf(report),
    simulated: overrides ? overrideWords(overrides) : [],
    kubectl,
    findings: placedFindings(report),
    sections: [
      // What a plugin says that fails is most often why.
      ...(rejected ? stderr : []),
      ...credentialSections(report.credential, report.startedAt),
      ...(judged ? [judgedSection(report)] : [sentSection(report), runSection(report)]),
      ...(rejected ? [] : stderr),
    ],
  };
}

function aboutOf({ user, context, cluster }: RunReport): Row[] {
  return [...named('User', user || null), ...named('Context', context), ...named('Cluster', cluster)];
}
