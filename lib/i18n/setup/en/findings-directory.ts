import type { DirectoryFinding } from '@/lib/setup/doctor/codes'
import { said, type FindingWords } from '../types'

export const englishDirectoryFindings: Readonly<Record<DirectoryFinding, FindingWords>> = {
  'cloud-mixed': said(
    'Sign-in is at {authority}, Azure Resource Manager at {arm}.',
    'The two belong to different clouds; tokens of the one are worth nothing at the other.',
    'Set SEALWATCH_CLOUD and leave both addresses to it.',
  ),
  'cloud-other': said(
    'The tenant {tenant} is in the cloud {other}; the deployment is set to {cloud}.',
    'SEALWATCH_CLOUD names another cloud than the tenant’s.',
    'Set SEALWATCH_CLOUD to {other}, register the applications there, and start again.',
  ),
  'tenant-unknown': said(
    '{authority} has no tenant {tenant}.',
    'SEALWATCH_TENANT is misspelt, or it is the id of something else, such as a subscription.',
    'Take the id from: az account show --query tenantId',
  ),
  'authority-not-entra': said(
    '{authority} names the issuer {issuer}.',
    'The server takes tokens of its own authority and tenant alone. Something else answers there, or a proxy reads along.',
    'Compare SEALWATCH_AUTHORITY_HOST and SEALWATCH_TENANT.',
  ),
  'arm-not-azure': said(
    '{arm} does not answer as Azure Resource Manager does (HTTP {found}).',
    'SEALWATCH_ARM_ENDPOINT is another host, or a proxy answers in its place.',
    'Leave the address to SEALWATCH_CLOUD, or correct it.',
  ),
  'arm-refused': said(
    '{arm} refuses the question about its metadata: HTTP {found}.',
    'Azure Resource Manager is limiting requests, has an outage, or does not offer this api-version in this cloud; the codes after the status are its own.',
    'Wait a few minutes and run doctor again. If it stays, search Microsoft’s documentation for the code.',
  ),
  'arm-other-authority': said(
    '{arm} wants sign-ins at {login}; the deployment’s are at {authority}.',
    'Directory and Azure Resource Manager are of different clouds.',
    'Set SEALWATCH_AUTHORITY_HOST and SEALWATCH_ARM_ENDPOINT to one cloud’s, or neither.',
  ),
  'page-unknown': said(
    'The tenant {tenant} has no application {client} (AADSTS700016).',
    'SEALWATCH_SPA_CLIENT_ID is wrong, the registration was deleted, or it is in another tenant.',
    'Compare the id with the registration, or make it: npm run setup:azure',
  ),
  'redirect-unregistered': said(
    '{redirect} is not registered for {client} (AADSTS50011).',
    'The address is missing from the registration, or spelled otherwise: scheme, host, case and slash all count.',
    'Add it as a single-page application: npm run setup:azure -- --address with the address of the dashboard.',
  ),
  'redirect-not-single-page': said(
    '{redirect} is registered as “Web”, not as single-page application.',
    'The browser may not redeem a code there (AADSTS9002326): the sign-in stops after the password.',
    'Move the address to the platform “Single-page application”; npm run setup:azure does it.',
  ),
  'scope-resource-unknown': said(
    'Nothing in the tenant answers to {scope} (AADSTS500011).',
    'The API’s registration is gone, has no identifier api://<client id>, or no service principal in this tenant.',
    'Compare SEALWATCH_API_CLIENT_ID and SEALWATCH_API_SCOPE, then npm run setup:azure.',
  ),
  'scope-unknown': said(
    'The API does not have the scope {scope} (AADSTS650053).',
    'The scope was never made, was disabled, or has another name.',
    'Make the scope access_as_user, or set SEALWATCH_API_SCOPE to the one that there is.',
  ),
  'scope-missing': said(
    'The API’s registration has no enabled scope {scope}.',
    'The scope was never made, was disabled, or has another name.',
    'npm run setup:azure adds it.',
  ),
  'permission-missing': said(
    'The API’s registration does not ask for Azure Service Management / user_impersonation.',
    'Without this delegated permission nobody can let the API read Azure as themselves.',
    'npm run setup:azure adds it; consent comes after.',
  ),
  'consent-missing': said(
    'Nobody has consented for everyone that the API may call Azure Resource Manager (AADSTS65001).',
    'Each person is asked then, and in tenants where people may not consent, nobody gets further.',
    'Let an administrator consent: npm run setup:azure, or “Grant admin consent” in the portal.',
  ),
  'page-not-preauthorised': said(
    'The API does not list the page {client} among its pre-authorised and known clients.',
    'Everybody is asked for consent to the scope, and the API’s own permissions are not asked for together with it.',
    'npm run setup:azure adds it.',
  ),
  'token-version-old': said(
    'The API’s registration asks for access tokens of version 1.',
    'requestedAccessTokenVersion is not 2. Their issuer and audience are others, so the server refuses every one of them.',
    'Set it to 2; npm run setup:azure does it.',
  ),
  'api-unknown': said(
    'The tenant has no registration for the API.',
    'SEALWATCH_API_CLIENT_ID is wrong, or the registration was deleted.',
    'Compare the id, or make it: npm run setup:azure',
  ),
  'environment-invalid': said(
    'The server would not start with this file: {variables}.',
    'These variables are missing, contradict each other or are not of the right form.',
    'The table of the README says what each may be.',
  ),
  'environment-differs': said(
    'The deployment runs with other values than the file: {settings}.',
    'The file is another deployment’s, or the server was not started again since it changed.',
    'Start the server with this file, or give the right one.',
  ),
  'secret-wrong': said(
    'Entra refuses the secret (AADSTS7000215).',
    'It is mistyped, of another application, or its id was taken for its value.',
    'Make a new one: npm run setup:azure -- --credential secret --renew',
  ),
  'secret-expired': said(
    'The secret has expired (AADSTS7000222).',
    'Secrets have an end, two years at most by default.',
    'Make a new one: npm run setup:azure -- --credential secret --renew. A certificate or a managed identity saves it.',
  ),
  'assertion-refused': said(
    'Entra refuses the API’s certificate or token (AADSTS{number}).',
    'The registration does not hold this certificate, it has expired, or the application id is another.',
    'Upload the certificate to the registration: npm run setup:azure -- --credential certificate',
  ),
  'federation-unknown': said(
    'The registration trusts no workload with this token’s issuer and subject (AADSTS{number}).',
    'The federated credential is missing, or its issuer or subject is spelled otherwise.',
    'Compare both with the token: npm run setup:azure -- --credential federated',
  ),
  'credential-unusable': said(
    'The file with the API’s certificate or token cannot be used.',
    'It cannot be read here, is empty, or the key does not belong to the certificate.',
    'Look at the file that the variable names, with the user that the server runs as.',
  ),
  'credential-client-unknown': said(
    'The tenant has no application with the API’s client id (AADSTS700016).',
    'SEALWATCH_API_CLIENT_ID is wrong, or its service principal is missing in this tenant.',
    'Compare the id, or make it: npm run setup:azure',
  ),
}
