/** The same kubeconfig three times, with its names in the same order, so that `[word, n]` is one place in each. */
const block = `# of the team
apiVersion: v1
kind: Config
current-context: stage # now
clusters:
- name: lab
  cluster:
    server: https://lab.example.com:6443
    extensions:
    - name: client.authentication.k8s.io/exec
      extension: {tenant: blue}
- name: 'arn:aws:eks:eu-west-1:1:cluster/far'
  cluster:
    server: https://far.example.com
contexts:
# for everyone
- name: stage
  context:
    cluster: lab
    user: jane
    namespace: web

- name: "🦀 prod"
  context:
    cluster: "arn:aws:eks:eu-west-1:1:cluster/far"
    user: "yes"
users:
- name: jane
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: /opt/bin/aws
      args:
      - eks
      - get-token
      - --cluster-name
      - blue
      interactiveMode: Never
      provideClusterInfo: true
- name: 'yes'
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: kubelogin
      args: [get-token, --login, devicecode]
      env:
      - name: AZURE_CLIENT_ID
        value: "1"
      installHint: See https://kubelogin.example.com/install first.
`;

const flow = `{apiVersion: v1, kind: Config, current-context: stage, # now
clusters: [
  {name: lab, cluster: {server: "https://lab.example.com:6443",
    extensions: [{name: client.authentication.k8s.io/exec, extension: {tenant: blue}}]}},
  {name: 'arn:aws:eks:eu-west-1:1:cluster/far', cluster: {server: "https://far.example.com"}},
],
contexts: [
  {name: stage, context: {cluster: lab, user: jane, namespace: web}},
  {name: "🦀 prod", context: {cluster: "arn:aws:eks:eu-west-1:1:cluster/far", user: 'yes'}}
],
users: [
  {name: jane, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: /opt/bin/aws,
    args: [eks, get-token, --cluster-name, blue], interactiveMode: Never, provideClusterInfo: true}}},
  {name: "yes", user: {exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: kubelogin,
    args: [get-token, --login, devicecode], env: [{name: AZURE_CLIENT_ID, value: '1'}],
    installHint: 'See https://kubelogin.example.com/install first.'}}}]}
`;

const json = `{
  "apiVersion": "v1",
  "kind": "Config",
  "current-context": "stage",
  "clusters": [
    {
      "name": "lab",
      "cluster": {
        "server": "https://lab.example.com:6443",
        "extensions": [
          { "name": "client.authentication.k8s.io/exec", "extension": { "tenant": "blue" } }
        ]
      }
    },
    {
      "name": "arn:aws:eks:eu-west-1:1:cluster/far",
      "cluster": { "server": "https://far.example.com" }
    }
  ],
  "contexts": [
    {
      "name": "stage",
      "context": { "cluster": "lab", "user": "jane", "namespace": "web" }
    },
    {
      "name": "🦀 prod",
      "context": { "cluster": "arn:aws:eks:eu-west-1:1:cluster/far", "user": "yes" }
    }
  ],
  "users": [
    {
      "name": "jane",
      "user": {
        "exec": {
          "apiVersion": "client.authentication.k8s.io/v1",
          "command": "/opt/bin/aws",
          "args": ["eks", "get-token", "--cluster-name", "blue"],
          "interactiveMode": "Never",
          "provideClusterInfo": true
        }
      }
    },
    {
      "name": "yes",
      "user": {
        "exec": {
          "apiVersion": "client.authentication.k8s.io/v1beta1",
          "command": "kubelogin",
          "args": ["get-token", "--login", "devicecode"],
          "env": [{ "name": "AZURE_CLIENT_ID", "value": "1" }],
          "installHint": "See https://kubelogin.example.com/install first."
        }
      }
    }
  ]
}
`;

/** Half typed: brackets that are open, keys without their colons, a value that is missing. */
const half = `${block
  .replace('    server: https://far.example.com', '    serv')
  .replace('devicecode]', 'devicecode')
  .replace('    namespace: web', '    namespace:')}- name: bob
  us`;

export type Format = 'YAML block' | 'YAML flow' | 'JSON' | 'half typed';

export const documents: Readonly<Record<Format, string>> = {
  'YAML block': block,
  'YAML flow': flow,
  JSON: json,
  'half typed': half,
};

/** A quotation mark that is open, a value that is missing, commas too many, and no braces at the end. */
export const halfJson = json
  .replace('"https://far.example.com" }', '"https://far.example.com }')
  .replace('"namespace": "web" }', '"namespace": }')
  .replace('"command": "kubelogin",', '"command": "kubelogin",,')
  .replace(/(?:\s*[}\]])+\s*$/, '\n');
