import { credentialSections } from './describe/credential';
import type { Description } from './describe/description';
import { outcomeOf } from './describe/outcome';
import { placedFindings } from './describe/places';
import { aboutOf, judgedSection, runSection, sentSection, stderrSection } from './describe/run';
import { overrideWords } from './describe/simulated';
import type { RunReport } from './protocol';

export type * from './describe/description';
export { outcomeOf, outcomeWords } from './describe/outcome';
export { overrideWords } from './describe/simulated';
export { remaining } from './describe/time';

export function describeReport(report: RunReport): Description {
  const { verdict, summary, kubectl, overrides, judged } = report;
  const stderr = stderrSection(report);
  const rejected = verdict === 'rejected';
  return {
    of: judged ? 'document' : 'run',
    outcome: outcomeOf(report),
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
