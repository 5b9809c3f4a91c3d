/**
 * Client id of azure-cli, the same in every cloud.
 * Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
export const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'
