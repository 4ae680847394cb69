/** With a fault that a text alone shows, and some that only a machine could. */
export const text = `apiVersion: v1
kind: Config
current-context: lost
clusters:
- name: c
  cluster:
    server: https://c.example
    certificate-authority: missing.crt
contexts:
- name: work
  context: { cluster: c, user: u }
users:
- name: u
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: no-such-program
      interactiveMode: 
`;
