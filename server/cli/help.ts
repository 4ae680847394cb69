const general = `kubeconfig-exec: what kubectl says about a kubeconfig and its exec credential plugin.

Usage:
  kubeconfig-exec check FILE...   check kubeconfigs, ExecCredential documents and kubercs
  kubeconfig-exec run FILE        run the configured plugin and judge its answer
  kubeconfig-exec --stdio         speak the Language Server Protocol
  kubeconfig-exec version         print the version

The server also speaks over --node-ipc, --socket=PORT and --pipe=NAME.
Run "kubeconfig-exec help check" or "help run" for the flags.
`;

const check = `Checks kubeconfigs, ExecCredential documents and kubercs, YAML or JSON. Nothing is executed.

Usage:
  kubeconfig-exec check FILE... [--kubeconfig LIST] [--kubernetes-version RELEASE]
                        [--format text|json|sarif|github] [--kind KIND]
                        [--rule CODE=LEVEL]... [--fix | --fix-dry-run]

  FILE               a file, or - for standard input; one that begins with a dash after --
  --kubeconfig LIST  files that are merged as those of KUBECONFIG, with ":" between them (";"
                     on Windows); those that do not exist are skipped
  --kubernetes-version RELEASE
                     release of kubectl to judge for, such as 1.29; default: the newest known
  --format FORMAT    text (file:line:col severity code message), json, sarif (for code scanning) or
                     github (annotations in GitHub Actions); default: text
  --kind KIND        kubeconfig, exec-credential or kuberc; default: found out from the file
  --rule CODE=LEVEL  show a check as error, warning, information or hint, or not at all (off); may
                     be given several times
  --fix              make the fixes that need no choice, write the files, and report what is left;
                     none that would make kubectl refuse a context that it accepted. With - the
                     fixed document goes to standard output, and the report to standard error
  --fix-dry-run      say what --fix would do, and write nothing

Exit status: 0 no errors, 1 errors, 2 wrong usage, or a file that can't be read or written. With
--fix and --fix-dry-run those errors count that are left.
`;

const reasons = `  api-version-mismatch, bad-expiration-timestamp, bad-key-pair, bad-stdout-syntax,
  bad-token-character, ca-unreadable, cancelled, cannot-start, exit-status, half-key-pair,
  killed-by-signal, kubeconfig-refused, no-credential, no-status, no-terminal, not-an-object,
  not-executable, not-found, not-judged, output-too-large, policy, stdout-empty, timed-out,
  unknown-kind, wrong-type`;

const run = `Runs the exec credential plugin of a kubeconfig as kubectl would, without a shell, and says
whether kubectl would accept its answer. Secrets are left out of everything it prints.

Usage:
  kubeconfig-exec run FILE [--user U] [--context C] [--yes] [--interactive]
                      [--kubernetes-version RELEASE] [--timeout SECONDS]
                      [--format text|json|junit] [--expect VERDICT] [--matrix AXES]
                      [--api-version v1|v1beta1] [--spec-interactive true|false]
                      [--cluster-info | --no-cluster-info] [--cluster NAME]
                      [--env NAME[=VALUE]]... [--unset-env NAME]... [--cwd FOLDER]
                      [--exec-info FILE] [--print-exec-info]
  kubeconfig-exec run --kubeconfig LIST …
  kubeconfig-exec run [FILE] --answer DOCUMENT …

  --kubeconfig LIST  files that are merged as those of KUBECONFIG, instead of one
  --user U           the user whose plugin to run; default: that of the context
  --context C        the context; default: the current one, or one with that user
  --yes, -y          do not ask; needed where there is no terminal to ask on
  --force            run the plugin although kubectl refuses the context
  --interactive      give the plugin this terminal as standard input and standard error, as kubectl
                     does; what it writes there is not in the report
  --kubernetes-version RELEASE
                     release of kubectl to do as, such as 1.29; default: the newest known
  --timeout SECONDS  end the plugin after this long, at most 86400; default: 60,
                     with --interactive 600
  --format FORMAT    text, json or junit; default: text

What the plugin has can differ from what the kubeconfig says; the file is not changed:
  --api-version v1|v1beta1
                     the version to ask for, in which the plugin has to answer
  --spec-interactive true|false
                     what spec.interactive says, whatever interactiveMode is; standard input is a
                     terminal only with --interactive
  --cluster-info, --no-cluster-info
                     with or without spec.cluster, whatever provideClusterInfo is
  --cluster NAME     the cluster to log in to, whatever the context says
  --env NAME=VALUE, --env NAME
                     set a variable; of a name alone the value is that of your own variable, so
                     that no secret has to be on a command line. The value is left out of
                     everything that is printed
  --unset-env NAME   take a variable away, whether it is inherited or of the exec block
  --cwd FOLDER       the folder to run in; default: this one
  --exec-info FILE   the ExecCredential to send, byte for byte; - for standard input. "[redacted]"
                     where --print-exec-info has it stands for what it masks
  --print-exec-info  print the ExecCredential that would be sent, masked, and run nothing

--answer DOCUMENT    judge a file (- for standard input) as if the plugin had printed it, and run
                     nothing; without FILE for any exec block of --api-version

For a plugin's own tests:
  --expect VERDICT   accepted, rejected or rejected=REASON: end with 0 if it is so, with 1 if not;
                     "rejected" alone does not stand for what has no verdict: cancelled, timed-out,
                     output-too-large, not-judged
  --matrix AXES      run each combination of some of apiVersion, interactive and clusterInfo, with
                     commas between them, or of all with "versions"; asks once. What one of the
                     flags above sets is the same in all. In JSON: "runs", each with "name",
                     "overrides", "report" (null if it was cancelled before) and "asExpected"

REASON is the report's "reason":
${reasons}

Exit status: 0 accepted (all runs of a matrix), or as --expect says; 1 not so; 2 wrong usage, an
unreadable file, or not approved.
`;

export type Topic = 'check' | 'run';

export function isTopic(text: string): text is Topic {
  return text === 'check' || text === 'run';
}

export function helpText(topic?: Topic): string {
  return topic === 'check' ? check : topic === 'run' ? run : general;
}
