import { type CompletionRow, exec, lists, modes, versions } from './completions';

const apiVersion = 'apiVersion: client.authentication.k8s.io/v1';
const needsCluster = `contexts:
- name: x
  context: {cluster: a, user: u}
users:
- name: u
  user:
    exec: {command: kubectl, args: [gardenlogin, get-client-certificate], provideClusterInfo: true}
`;

export const blockRows: readonly CompletionRow[] = [
  { title: 'an empty document', at: '‸', first: ['kubeconfig with exec plugin'], offers: ['kind', 'users'] },
  { title: 'behind a comment', at: '# mine\n‸\n', offers: ['kubeconfig with aws eks get-token'] },
  { title: 'top level', at: 'kind: Config\nusers: []\n‸', first: ['apiVersion'], lacks: ['kind', 'users'] },
  { title: 'kind', at: 'kind: ‸\nusers: []\n', is: ['Config'] },
  {
    title: 'an exec block, empty',
    at: exec('‸'),
    first: ['apiVersion, command, interactiveMode'],
    offers: ['aws eks get-token', 'command', 'env'],
  },
  {
    title: 'an exec block with a version',
    at: exec(apiVersion, '‸'),
    first: ['command', 'interactiveMode'],
    lacks: ['apiVersion', 'aws eks get-token'],
    accept: [['env', '      env:\n      - name: \n        value: ']],
  },
  {
    title: 'an exec block of a known plugin',
    at: exec(apiVersion, 'command: gke-gcloud-auth-plugin', '‸'),
    first: ['interactiveMode'],
    accept: [['provideClusterInfo', '      provideClusterInfo: true']],
  },
  {
    title: 'before the first key',
    at: exec('‸', 'command: aws'),
    first: ['apiVersion', 'interactiveMode'],
    lacks: ['command'],
  },
  {
    title: 'beside exec',
    at: 'users:\n- name: a\n  user:\n    exec:\n      command: aws\n    ‸\n',
    lacks: ['exec', 'auth-provider'],
    offers: ['as'],
  },
  {
    title: 'an enum behind its colon',
    at: exec('interactiveMode:‸'),
    is: modes,
    accept: [['Never', '      interactiveMode: Never']],
  },
  {
    title: 'an enum in quotes',
    at: exec('interactiveMode: "‸"'),
    is: modes,
    accept: [['Always', '      interactiveMode: "Always"']],
  },
  {
    title: 'an enum before a comment',
    at: exec('interactiveMode: If‸Available # why'),
    is: modes,
    accept: [['Never', '      interactiveMode: Never # why']],
  },
  { title: 'an enum behind an anchor', at: exec('interactiveMode: &mode ‸'), is: modes },
  { title: 'an alias', at: exec('interactiveMode: *‸'), is: [] },
  { title: 'versions', at: exec('apiVersion: cl‸'), is: versions },
  { title: 'a boolean', at: exec('provideClusterInfo: ‸'), is: ['true', 'false'] },
  {
    title: 'the version that the plugin answers comes first',
    at: exec('apiVersion: ‸', 'command: gke-gcloud-auth-plugin'),
    first: [versions[1] ?? ''],
  },
  { title: 'a command', at: exec('command: ‸'), offers: ['aws', 'kubelogin', 'gke-gcloud-auth-plugin'] },
  { title: 'behind a command', at: exec('command: aws   ‸'), is: [] },
  {
    title: 'the first argument',
    at: exec('command: aws', 'args:', '- ‸'),
    is: ['arguments of aws eks get-token', 'eks'],
  },
  {
    title: 'the first argument, behind a dash alone',
    at: exec('command: aws', 'args:', '-‸'),
    accept: [['eks', '      - eks']],
  },
  {
    title: 'flags',
    at: exec('command: aws', 'args:', '- eks', '- get-token', '- ‸'),
    first: ['--cluster-name'],
    lacks: ['eks'],
    accept: [['--output', '      - --output\n      - json']],
  },
  {
    title: 'flags that are not there yet',
    at: exec('command: aws', 'args: [eks, get-token, --region, x]', 'env: []').replace('x]', 'x, ‸]'),
    lacks: ['--region'],
    offers: ['--cluster-name'],
  },
  {
    title: 'flags in the quotes of their list',
    at: exec('command: aws', 'args:', '- "eks"', '- "get-token"', '- "--out‸"'),
    accept: [['--output', '      - "--output"\n      - "json"']],
  },
  {
    title: 'a login mode',
    at: exec('command: kubelogin', 'args:', '- get-token', '- --login', '- ‸'),
    offers: ['azurecli', 'devicecode', 'workloadidentity'],
    lacks: ['--login'],
  },
  {
    title: 'a login mode behind =',
    at: exec('command: kubelogin', 'args:', '- get-token', '- --login=‸'),
    offers: ['--login=spn'],
  },
  {
    title: 'the value of a flag that can be anything',
    at: exec('command: aws', 'args: [eks, get-token, --cluster-name, ‸]'),
    is: [],
  },
  {
    title: 'a variable',
    at: exec('command: aws', 'env:', '- name: AWS_‸'),
    first: ['AWS_PROFILE'],
    accept: [['AWS_REGION', '      - name: AWS_REGION']],
  },
  {
    title: 'an item of env',
    at: exec('command: aws', 'env:', '  - name: A', '    value: b', '  ‸'),
    accept: [['AWS_PROFILE', '        - name: AWS_PROFILE\n          value: ']],
  },
  { title: 'the value of a variable', at: exec('env:', '- name: A', '  value: ‸'), is: [] },
  { title: 'in a block scalar', at: exec('installHint: |', '  Install ‸', '  it.'), is: [] },
  {
    title: 'on a blank line of a block scalar',
    at: exec('installHint: >-', '  Install', '', '  ‸', 'command: aws'),
    is: [],
  },
  { title: 'in text that goes on', at: exec('installHint: Install', '  it ‸'), is: [] },
  { title: 'in quoted text of several lines', at: exec('installHint: "Install', '  it ‸"'), is: [] },
  { title: 'in a comment', at: exec('# int‸'), is: [] },
  { title: 'in a comment behind a value', at: exec('command: aws # a‸'), is: [] },
  { title: 'behind tabs', at: 'users:\n- name: a\n  user:\n\t‸\n', is: [] },
  { title: 'in a later document', at: 'kind: Config\nusers: []\n---\n‸', is: [] },
  { title: 'behind the end of a document', at: 'kind: Config\n...\n‸', is: [] },
  { title: 'behind a document mark', at: '---\nkind: Config\n‸', offers: ['users'] },
  { title: 'a context', at: `current-context: ‸\n${lists}`, is: ['dev'] },
  { title: 'a context behind a byte order mark', at: `\uFEFFcurrent-context:‸\n${lists}`, is: ['dev'] },
  {
    title: 'a context with CRLF',
    at: `current-context: d‸\n${lists}`.replaceAll('\n', '\r\n'),
    accept: [['dev', 'current-context: dev\r']],
  },
  { title: 'a cluster', at: lists.replace('cluster: lab', 'cluster: ‸'), offers: ['lab', 'yes', '1'] },
  {
    title: 'a cluster whose name looks like a boolean',
    at: `contexts:\n- name: x\n  context:\n    cluster: ‸\n${lists.slice(lists.indexOf('clusters'))}`,
    accept: [
      ['yes', "    cluster: 'yes'"],
      ['1', "    cluster: '1'"],
      ['arn:aws:eks:eu-west-1:1:cluster/x', '    cluster: arn:aws:eks:eu-west-1:1:cluster/x'],
    ],
  },
  {
    title: 'a user with an emoji',
    at: `contexts:\n- name: x\n  context:\n    user: "j‸"\n${lists.slice(lists.indexOf('users'))}`,
    accept: [['jö 😀', '    user: "jö 😀"']],
  },
  {
    title: 'the name of what is missing',
    at: `${lists.replace('user: jane', 'user: gone')}- name: ‸\n`,
    is: ['gone'],
  },
  {
    title: 'between entries',
    at: lists.replace("- name: 'yes'", "‸\n- name: 'yes'"),
    is: ['name, cluster', 'name', 'cluster'],
  },
  { title: 'between entries, indented', at: lists.replace("- name: 'yes'", "  ‸\n- name: 'yes'"), is: [] },
  {
    title: 'before the next list',
    at: lists.replace('clusters:', '\n‸\nclusters:'),
    first: ['name, context'],
    offers: ['current-context'],
    lacks: ['clusters'],
  },
  {
    title: 'an item in a list indented by four',
    at: 'users:\n    - name: a\n      user: ‸\n',
    accept: [
      [
        'exec: gke-gcloud-auth-plugin',
        '      user:\n        exec:\n          apiVersion: client.authentication.k8s.io/v1beta1\n          command: gke-gcloud-auth-plugin\n          interactiveMode: IfAvailable\n          provideClusterInfo: true\n          installHint: gke-gcloud-auth-plugin was not found. Run gcloud components install gke-gcloud-auth-plugin, or install the package google-cloud-cli-gke-gcloud-auth-plugin.',
      ],
    ],
  },
  {
    title: 'an item whose dash has its own line',
    at: 'users:\n-\n  ‸',
    first: ['name, user', 'name'],
    accept: [['name', '  name: ']],
  },
  {
    title: 'keys of a cluster',
    at: 'clusters:\n- name: a\n  cluster:\n    ‸\n',
    first: ['server'],
    lacks: ['name'],
  },
  {
    title: 'what excludes each other',
    at: 'clusters:\n- name: a\n  cluster:\n    certificate-authority-data: x\n    ‸\n',
    lacks: ['certificate-authority', 'insecure-skip-tls-verify'],
  },
  {
    title: 'the extension for plugins',
    at: `clusters:\n- name: a\n  cluster:\n    server: x\n    ‸\n${needsCluster}`,
    accept: [
      [
        'extensions: client.authentication.k8s.io/exec',
        '    extensions:\n    - name: client.authentication.k8s.io/exec\n      extension:\n        gardenClusterIdentity: ',
      ],
    ],
  },
  {
    title: 'what plugins read from it',
    at: `clusters:\n- name: a\n  cluster:\n    extensions:\n    - name: client.authentication.k8s.io/exec\n      extension:\n        ‸\n${needsCluster}`,
    is: ['gardenClusterIdentity'],
  },
  {
    title: 'an ExecCredential',
    at: 'kind: ExecCredential\napiVersion: client.authentication.k8s.io/v1\nstatus:\n  ‸\n',
    name: 'answer.yaml',
    offers: ['token', 'expirationTimestamp', 'clientKeyData'],
    lacks: ['user'],
  },
  {
    title: 'the key of a certificate',
    at: 'kind: ExecCredential\napiVersion: client.authentication.k8s.io/v1\nstatus:\n  clientCertificateData: x\n  ‸\n',
    name: 'answer.yaml',
    first: ['clientKeyData'],
  },
  {
    title: 'the key of a certificate of a user',
    at: 'users:\n- name: a\n  user:\n    client-certificate-data: x\n    ‸\n',
    first: ['client-key', 'client-key-data'],
    lacks: ['client-certificate'],
  },
  {
    title: 'a kuberc',
    at: 'apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\ncredentialPluginPolicy: ‸\n',
    name: 'kuberc',
    is: ['AllowAll', 'DenyAll', 'Allowlist'],
  },
  {
    title: 'a kuberc of several documents',
    at: 'apiVersion: kubectl.config.k8s.io/v1alpha1\nkind: Preference\n---\napiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\ncredentialPluginPolicy: ‸\n',
    name: 'kuberc',
    offers: ['DenyAll'],
  },
  { title: 'another document', at: 'kind: Pod\n‸', name: 'pod.yaml', is: [] },
];
