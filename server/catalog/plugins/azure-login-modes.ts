/** Values of `--login`, with what they mean; the first is what is proposed. */
export const azureLoginModes = {
  azurecli: 'Uses the log-in of az login. Needs no user.',
  devicecode: 'Shows a code to enter in a browser. What is used if --login is left out.',
  interactive: 'Opens a browser.',
  spn: 'Service principal, with a secret or a certificate.',
  msi: 'Managed identity of the machine.',
  workloadidentity: 'Federated token of a workload.',
  azd: 'Uses the log-in of the Azure Developer CLI.',
  azurepipelines: 'Service connection of Azure Pipelines.',
  ropc: 'User name and password. Does not work with federation or MFA.',
  chained: 'Tries several ways, one after the other.',
} as const;

/** The AKS server application, the same in all tenants. */
export const aksServerId = '6dae42f8-4368-4678-94ff-3960e28e3630';

const clientId = ['--client-id', 'AZURE_CLIENT_ID', 'AAD_SERVICE_PRINCIPAL_CLIENT_ID', 'ARM_CLIENT_ID'];
const tenantId = ['--tenant-id', '-t', 'AZURE_TENANT_ID', 'ARM_TENANT_ID'];

/** What a mode cannot do without, besides `--server-id`: one of each row, as a flag or a variable. */
export const azureLoginNeeds: Readonly<Record<string, readonly (readonly string[])[]>> = {
  spn: [clientId, tenantId],
  devicecode: [clientId, tenantId],
  interactive: [clientId, tenantId],
  ropc: [clientId, tenantId],
  azurepipelines: [clientId, tenantId, ['--azure-pipelines-service-connection-id']],
};
