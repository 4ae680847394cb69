const cluster = {
  yaml: 'clusters:\n- name: c\n  cluster:\n    server: https://c:6443\n',
  json: '"clusters": [{ "name": "c", "cluster": { "server": "https://c:6443" } }]',
};
/** All that a user needs to be the current one. */
export const head = `current-context: x\ncontexts:\n- name: x\n  context: { cluster: c, user: u }\n${cluster.yaml}`;

/** A kubeconfig with an empty exec block, in each style, and the places where it can be filled. */
export const emptyBlocks: Readonly<Record<string, string>> = {
  'block YAML, behind the key': `${head}users:\n- name: u\n  user:\n    exec: ‸\n`,
  'block YAML, below the key': `${head}users:\n- name: u\n  user:\n    exec:\n      ‸\n`,
  'block YAML, indented lists': `${head}users:\n  - name: u\n    user:\n      exec:\n          ‸`,
  'flow YAML': `${head}users:\n- name: u\n  user: {exec: {‸}}\n`,
  'flow YAML, behind the key': `${head}users: [{name: u, user: {exec: ‸}}]\n`,
  'JSON on one line': `{ "current-context": "x", ${cluster.json}, "contexts": [{ "name": "x", "context": { "cluster": "c", "user": "u" } }], "users": [{ "name": "u", "user": { "exec": ‸ } }] }\n`,
  'JSON over lines': `{\n  "current-context": "x",\n  ${cluster.json},\n  "contexts": [{ "name": "x", "context": { "cluster": "c", "user": "u" } }],\n  "users": [\n    {\n      "name": "u",\n      "user": {\n        "exec": {\n          ‸\n        }\n      }\n    }\n  ]\n}\n`,
};
