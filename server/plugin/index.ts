/** The plugin's way: resolve, exec info, spawn, decode, judge, redact. What other rooms may use of it. */
export { commandLineOf } from './command-line';
export { editedProblem } from './exec-info-edited';
export { pathInUser, placedBeside } from './finding-places';
export { anyTarget, judgeDocument } from './judge-document';
export { shownOverrides, withOverrides } from './overrides';
export { noPhases } from './phases';
export { placedReport } from './placed-report';
export { planOf, shownInput } from './plan';
export { reasonCodes } from './reasons';
export { runPlugin } from './run';
export { plainAddress, type SignIn } from './sign-in-text';
export { defaultMaxOutputBytes, type ExecTarget, type RunOptions, resolveTarget } from './target';
export { targetOf } from './target-of';
