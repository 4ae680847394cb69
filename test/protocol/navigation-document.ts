import type { Range } from 'vscode-languageserver/node';
import { positionOf } from './ranges';

/** A document with something for every request about where things are. */
export const uri = 'file:///home/jane/nav.kubeconfig';
export const text = `# two lines
# of comment
current-context: dev
contexts:
- name: dev
  context: { cluster: lab, user: "alice" }
clusters:
- name: lab
  cluster: { server: "https://lab:6443" }
users:
- name: alice
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: tool
      args: [--token, s3cret]
    client-key-data: |
      one
      two
`;
export const whole: Range = { start: { line: 0, character: 0 }, end: positionOf(text, text.length) };
/** Params for a position in some words. */
export const at = (words: string, by = 1) => ({
  textDocument: { uri },
  position: positionOf(text, text.indexOf(words) + by),
});
