import type { Place, RunReport } from '../protocol';
import type { Finding, Input } from './description';

/** Findings, with words for where they are. */
export function placedFindings(report: RunReport): Finding[] {
  const at = placeWords(report);
  return report.findings.map((finding) => (finding.place ? { ...finding, at: at(finding.place) } : finding));
}

export function inputOf(report: RunReport): Input | undefined {
  const { execInfo: value, execInfoSources = [] } = report;
  if (!value) return undefined;
  const at = placeWords(report);
  return { value, sources: execInfoSources.map(({ pointer, ...place }) => ({ pointer, at: at(place) })) };
}

/** The file is named only if there are several, or if it may be that of an exec block or of its answer. */
function placeWords({ findings, execInfoSources = [], judged }: RunReport): (place: Place) => string {
  const places = [...execInfoSources, ...findings.flatMap(({ place }) => place ?? [])];
  const single = !judged && new Set(places.map(({ uri }) => uri)).size < 2;
  return ({ uri, line }) => (single ? `line ${line + 1}` : `${baseName(uri)}, line ${line + 1}`);
}

function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
