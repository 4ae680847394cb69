import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../protocol/paths';

const pem = readFileSync(path.join(root, 'test/sample/bin/client-certificate.pem'), 'utf8');
/** Two, so that an entry of each list together has about 2 kB. */
const certificate = Buffer.from(pem + pem).toString('base64');

/** The words that `edit` changes; they stand at the end, where the most is before them. */
export const edited = 'the-last-argument';

/** A kubeconfig without a fault, as a fleet's would be: so many clusters, contexts and exec users. */
export function generate(entries: number): string {
  const numbers = Array.from({ length: entries }, (_, index) => index);
  return `apiVersion: v1
kind: Config
current-context: context-0
clusters:
${numbers.map(cluster).join('')}contexts:
${numbers.map(context).join('')}users:
${numbers.map((number) => user(number, number === entries - 1 ? edited : 'get-token')).join('')}`;
}

const cluster = (number: number) => `  - name: cluster-${number}
    cluster:
      server: https://cluster-${number}.example.com:6443
      certificate-authority-data: ${certificate}
`;

const context = (number: number) => `  - name: context-${number}
    context:
      cluster: cluster-${number}
      user: user-${number}
      namespace: team-${number % 7}
`;

const user = (number: number, argument: string) => `  - name: user-${number}
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: aws
        args: [eks, get-token, --cluster-name, cluster-${number}, --output, json, ${argument}]
        env:
          - name: AWS_PROFILE
            value: profile-${number}
        interactiveMode: IfAvailable
`;

/** The same as kubectl writes it with `-o json`. */
export function generateJson(entries: number): string {
  return `${JSON.stringify(parse(generate(entries)), null, 4)}\n`;
}

/** A user with a fault, and what separates it from the next. */
export function userText(language: 'yaml' | 'json'): string {
  const text = user(100_000, 'get-token').replace('IfAvailable', 'Sometimes');
  if (language === 'yaml') return text;
  const [value] = parse(text) as unknown[];
  return `${JSON.stringify(value, null, 4)},\n        `;
}
