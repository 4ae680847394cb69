/**
 * The pages that the facts on each plugin are from, read by whoever reviews them. Not part of the bundle: nothing
 * of the server needs them.
 */
export const sources: Readonly<Record<string, readonly string[]>> = {
  'teleport-tsh': [
    'https://github.com/gravitational/teleport/blob/master/lib/kube/kubeconfig/kubeconfig.go',
    'https://github.com/gravitational/teleport/blob/master/tool/tsh/common/kube.go',
  ],
  pomerium: ['https://github.com/pomerium/cli/blob/main/cmd/pomerium-cli/kubernetes.go'],
  'kubectl-vault-login': [
    'https://github.com/FalcoSuessgott/kubectl-vault-login/blob/main/README.md',
    'https://github.com/FalcoSuessgott/kubectl-vault-login/blob/main/pkg/exec_credential/exec_credential.go',
  ],
  gardenlogin: [
    'https://github.com/gardener/gardenlogin/blob/master/README.md',
    'https://github.com/gardener/gardenlogin/blob/master/example/01-kubeconfig.yaml',
    'https://github.com/gardener/gardenctl-v2/pull/254',
  ],
  britive: [
    'https://github.com/britive/python-cli/blob/main/src/pybritive/helpers/kube_config_builder.py',
    'https://github.com/britive/python-cli/blob/main/src/pybritive/helpers/k8s_exec_credential_builder.py',
    'https://github.com/britive/python-cli/issues/150',
  ],
  'cluster-inventory-secretreader': [
    'https://github.com/kubernetes-sigs/cluster-inventory-api/blob/main/pkg/credentialplugin/core.go',
    'https://github.com/kubernetes-sigs/cluster-inventory-api/blob/main/examples/controller-example/plugins/secretreader/provider-config.json',
  ],
  'aws-eks-get-token': [
    'https://github.com/aws/aws-cli/blob/develop/awscli/customizations/eks/get_token.py',
    'https://github.com/aws/aws-cli/blob/develop/awscli/customizations/eks/update_kubeconfig.py',
    'https://github.com/aws/aws-cli/blob/develop/CHANGELOG.rst',
    'https://github.com/eksctl-io/eksctl/pull/6554',
  ],
  'aws-iam-authenticator': [
    'https://github.com/kubernetes-sigs/aws-iam-authenticator/blob/master/pkg/token/token.go',
    'https://github.com/kubernetes-sigs/aws-iam-authenticator/blob/master/README.md',
    'https://github.com/eksctl-io/eksctl/blob/main/pkg/utils/kubeconfig/kubeconfig.go',
  ],
  'azure-kubelogin': [
    'https://github.com/Azure/kubelogin/blob/main/docs/book/src/cli/get-token.md',
    'https://github.com/Azure/kubelogin/blob/main/pkg/internal/token/options.go',
    'https://github.com/Azure/kubelogin/blob/main/pkg/internal/token/execCredentialWriter.go',
    'https://github.com/Azure/kubelogin/blob/main/pkg/internal/env/variables.go',
    'https://github.com/Azure/kubelogin/issues/134',
    'https://github.com/Azure/kubelogin/issues/150',
  ],
  doctl: [
    'https://github.com/digitalocean/doctl/blob/main/commands/kubernetes.go',
    'https://github.com/digitalocean/doctl/blob/main/integration/kubernetes_clusters_kubeconfig_save_test.go',
    'https://github.com/digitalocean/doctl/issues/481',
  ],
  oci: [
    'https://github.com/oracle/oci-cli/blob/master/services/container_engine/src/oci_cli_container_engine/containerengine_cli_extended.py',
    'https://github.com/eksctl-io/eksctl/issues/1562',
  ],
  'ack-ram-tool': [
    'https://github.com/AliyunContainerService/ack-ram-tool/blob/main/pkg/ctl/credentialplugin/getkubeconfig.go',
    'https://github.com/AliyunContainerService/ack-ram-tool/blob/main/pkg/ctl/credentialplugin/getcredential.go',
  ],
  yc: [
    'https://github.com/fl64/tf-yc/blob/master/terraform/k8s/templates/.kubeconfig.tpl',
    'https://yandex.cloud/en/docs/cli/cli-ref/managed-services/managed-kubernetes/create-token',
  ],
  nebius: ['https://docs.nebius.com/cli'],
  'cci-iam-authenticator': ['https://support.huaweicloud.com/intl/en-us/devg-cci/cci_kubectl_03.html'],
  'gke-gcloud-auth-plugin': [
    'https://github.com/kubernetes/cloud-provider-gcp/blob/master/cmd/gke-gcloud-auth-plugin/cred.go',
    'https://github.com/kubenav/kubenav/issues/562',
    'https://github.com/pulumi/pulumi-docker-containers/issues/123',
  ],
  'gke-auth-plugin': [
    'https://github.com/traviswt/gke-auth-plugin/blob/main/README.md',
    'https://github.com/traviswt/gke-auth-plugin/issues/5',
  ],
  scw: [
    'https://github.com/scaleway/scaleway-cli/blob/master/internal/namespaces/k8s/v1/custom_execcredentials.go',
    'https://github.com/fabmation-gmbh/helm-whatup/issues/43',
  ],
  exo: ['https://github.com/exoscale/cli/blob/master/cmd/compute/sks/sks_kubeconfig.go'],
  stackit: [
    'https://github.com/stackitcloud/stackit-cli/blob/main/internal/cmd/ske/kubeconfig/login/login.go',
  ],
  gscloud: [
    'https://github.com/gridscale/gscloud/blob/master/cmd/kubernetes.go',
    'https://github.com/gridscale/gscloud/issues/5',
  ],
  'nctl-oidc': ['https://github.com/ninech/nctl/blob/main/auth/oidc.go'],
  'nctl-client-credentials': ['https://github.com/ninech/nctl/blob/main/auth/client_credentials.go'],
  'pinniped-oidc': [
    'https://github.com/vmware/pinniped/blob/main/cmd/pinniped/cmd/login_oidc.go',
    'https://github.com/vmware/pinniped/blob/main/cmd/pinniped/cmd/kubeconfig.go',
    'https://github.com/vmware/pinniped/issues/902',
  ],
  'pinniped-static': ['https://github.com/vmware/pinniped/blob/main/cmd/pinniped/cmd/login_static.go'],
  'oc-get-token': [
    'https://github.com/openshift/oc/blob/main/pkg/cli/login/loginoptions.go',
    'https://github.com/openshift/oc/blob/main/pkg/cli/gettoken/credwriter/credwriter.go',
  ],
  'client-keystone-auth': [
    'https://github.com/kubernetes/cloud-provider-openstack/blob/master/cmd/client-keystone-auth/main.go',
  ],
  'k8s-ldap-auth': ['https://github.com/vbouchaud/k8s-ldap-auth/blob/master/README.md'],
  'int128-kubelogin': [
    'https://github.com/int128/kubelogin/blob/master/docs/usage.md',
    'https://github.com/int128/kubelogin/blob/master/README.md',
    'https://github.com/int128/kubelogin/blob/master/pkg/credentialplugin/reader/reader.go',
    'https://github.com/int128/kubelogin/issues/1049',
    'https://github.com/int128/kubelogin/issues/121',
    'https://github.com/int128/kubelogin/issues/1081',
  ],
  'rancher-token': [
    'https://github.com/rancher/cli/blob/main/cmd/kubectl_token.go',
    'https://github.com/freelensapp/freelens/issues/2218',
  ],
  glab: [
    'https://gitlab.com/gitlab-org/cli/-/issues/7297',
    'https://docs.gitlab.com/cli/cluster/agent/update-kubeconfig',
  ],
  okteto: [
    'https://github.com/okteto/okteto/blob/master/cmd/context/kubetoken.go',
    'https://github.com/okteto/okteto/blob/master/cmd/kubetoken/kubetoken.go',
  ],
  loft: [
    'https://github.com/loft-sh/loftctl/blob/main/pkg/kubeconfig/kubeconfig.go',
    'https://github.com/loft-sh/loftctl/blob/main/cmd/loftctl/cmd/token.go',
  ],
  'vcluster-platform': [
    'https://github.com/loft-sh/vcluster/blob/main/pkg/platform/kubeconfig/kubeconfig.go',
    'https://github.com/loft-sh/vcluster/blob/main/cmd/vclusterctl/cmd/platform/access_key.go',
  ],
  'duplo-jit': [
    'https://github.com/duplocloud/duplo-jit/blob/master/README.md',
    'https://github.com/duplocloud/duplo-jit/blob/master/internal/k8s.go',
  ],
  datumctl: [
    'https://github.com/datum-cloud/datumctl/blob/main/docs/authentication.md',
    'https://github.com/datum-cloud/datumctl/blob/main/internal/cmd/auth/update-kubeconfig.go',
  ],
  'upbound-up': [
    'https://github.com/upbound/up/blob/main/cmd/up/ctx/navigation.go',
    'https://github.com/upbound/up/blob/main/cmd/up/organization/token.go',
    'https://github.com/kyverno/chainsaw/issues/2263',
  ],
  'argocd-k8s-auth': [
    'https://github.com/argoproj/argo-cd/blob/master/cmd/argocd-k8s-auth/commands/aws.go',
    'https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/types.go',
  ],
  kubergrunt: [
    'https://github.com/gruntwork-io/kubergrunt/blob/main/kubectl/config.go',
    'https://github.com/gruntwork-io/kubergrunt/issues/254',
  ],
  'namespace-eks': [
    'https://github.com/namespacelabs/foundation/blob/main/internal/providers/aws/eks/kubeconfig.go',
    'https://github.com/namespacelabs/foundation/blob/main/internal/cli/cmd/eks/generatetoken.go',
  ],
  'kubectl-gs': ['https://github.com/giantswarm/kubectl-gs/blob/main/cmd/login/auth.go'],
  infra: [
    'https://github.com/infrahq/infra/blob/main/internal/cmd/kubernetes.go',
    'https://github.com/infrahq/infra/blob/main/internal/cmd/tokens.go',
  ],
  'op-read': ['https://github.com/particledecay/kconf/issues/55'],
  'secret-tool': ['https://github.com/aptakube/aptakube/issues/27'],
};
