/** What is proposed at the cursor (`‸`) of a text, in the order in which it is shown. */
export interface CompletionRow {
  readonly title: string;
  readonly at: string;
  /** All labels. */
  readonly is?: readonly string[];
  /** The first labels. */
  readonly first?: readonly string[];
  readonly offers?: readonly string[];
  readonly lacks?: readonly string[];
  /** A label, and the lines that differ once it was accepted. */
  readonly accept?: readonly (readonly [label: string, lines: string])[];
  /** Ends the URI; says the language, too. */
  readonly name?: string;
}

const v1 = 'client.authentication.k8s.io/v1';
/** The lines of an exec block, in YAML. */
export const exec = (...lines: readonly string[]) =>
  `apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user:\n    exec:\n${lines.map((line) => `      ${line}\n`).join('')}`;
/** The members of an exec block, in JSON on one line. */
export const jsonExec = (members: string) =>
  `{"kind":"Config","apiVersion":"v1","users":[{"name":"a","user":{"exec":{${members}}}}]}`;
/** The same in YAML's brackets. */
export const flowExec = (members: string) =>
  `kind: Config\napiVersion: v1\nusers: [{name: a, user: {exec: {${members}}}}]\n`;
/** Names that need quotes, and names that don't. */
export const lists = `contexts:
- name: dev
  context: {cluster: lab, user: jane}
clusters:
- name: lab
  cluster: {server: https://lab}
- name: 'yes'
  cluster: {server: https://far}
- name: "1"
  cluster: {server: https://one}
- name: arn:aws:eks:eu-west-1:1:cluster/x
  cluster: {server: https://arn}
users:
- name: jane
  user: {token: t0p}
- name: jö 😀
  user: {}
`;
export const modes = ['Never', 'IfAvailable', 'Always'];
export const versions = [v1, `${v1}beta1`];
