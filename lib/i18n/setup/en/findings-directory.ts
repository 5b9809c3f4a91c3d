import type { DirectoryFinding } from '@/lib/setup/doctor/codes'
import { said, type FindingWords } from '../types'

export const englishDirectoryFindings: Readonly<Record<DirectoryFinding, FindingWords>> = {
  'cloud-mixed': said(
    'Sign-in uses {authority}, Azure Resource Manager uses {arm}.',
    'They belong to different clouds; tokens from one are not valid in the other.',
    'Set SEALWATCH_CLOUD and remove both addresses.',
  ),
  'cloud-other': said(
    'The tenant {tenant} is in the cloud {other}; the deployment is set to {cloud}.',
    'SEALWATCH_CLOUD is not the tenant’s cloud.',
    'Set SEALWATCH_CLOUD to {other}, register the applications there, and restart.',
  ),
  'tenant-unknown': said(
    '{authority} has no tenant {tenant}.',
    'SEALWATCH_TENANT is misspelt, or is the id of something else, such as a subscription.',
    'Use the id from: az account show --query tenantId',
  ),
  'authority-not-entra': said(
    '{authority} returns the issuer {issuer}.',
    'The server accepts tokens only from its own authority and tenant. Something else responds there, or a proxy intercepts the traffic.',
    'Check SEALWATCH_AUTHORITY_HOST and SEALWATCH_TENANT.',
  ),
  'arm-not-azure': said(
    '{arm} does not respond like Azure Resource Manager (HTTP {found}).',
    'SEALWATCH_ARM_ENDPOINT is another host, or a proxy responds instead.',
    'Remove the address and use SEALWATCH_CLOUD, or correct it.',
  ),
  'arm-refused': said(
    '{arm} refuses the metadata request: HTTP {found}.',
    'Azure Resource Manager is limiting requests, has an outage, or does not offer this api-version in this cloud; the codes after the status are its error codes.',
    'Wait a few minutes and run doctor again. If it recurs, search Microsoft’s documentation for the code.',
  ),
  'arm-other-authority': said(
    '{arm} requires sign-in at {login}; the deployment uses {authority}.',
    'Directory and Azure Resource Manager belong to different clouds.',
    'Set SEALWATCH_AUTHORITY_HOST and SEALWATCH_ARM_ENDPOINT to the same cloud, or set neither.',
  ),
  'page-unknown': said(
    'Tenant {tenant} has no application {client} (AADSTS700016).',
    'SEALWATCH_SPA_CLIENT_ID is wrong, SEALWATCH_TENANT is a tenant other than that of the registration, or the registration was deleted.',
    'Compare the id with the registration, or create it: npm run setup:azure',
  ),
  'redirect-unregistered': said(
    '{redirect} is not registered for {client} (AADSTS50011).',
    'The address is missing from the registration, or spelled differently: scheme, host, case and slash must match.',
    'Add it as a single-page application: npm run setup:azure -- --address with the dashboard’s address.',
  ),
  'redirect-not-single-page': said(
    '{redirect} is registered as “Web”, not as a single-page application.',
    'The browser cannot redeem a code there (AADSTS9002326): sign-in stops after the password.',
    'Move the address to the platform “Single-page application”: npm run setup:azure does this.',
  ),
  'scope-resource-unknown': said(
    'No resource in the tenant matches {scope} (AADSTS500011).',
    'The API registration is missing, has no identifier api://<client id>, or has no service principal in this tenant.',
    'Check SEALWATCH_API_CLIENT_ID and SEALWATCH_API_SCOPE, then run npm run setup:azure.',
  ),
  'scope-unknown': said(
    'The API has no scope {scope} (AADSTS650053).',
    'The scope was never created, was disabled, or has another name.',
    'Create the scope access_as_user, or set SEALWATCH_API_SCOPE to the existing one.',
  ),
  'scope-missing': said(
    'The API registration has no enabled scope {scope}.',
    'The scope was never created, was disabled, or has another name.',
    'npm run setup:azure adds it.',
  ),
  'permission-missing': said(
    'The API registration does not request Azure Service Management / user_impersonation.',
    'Without this delegated permission, no user can let the API read Azure on their behalf.',
    'npm run setup:azure adds it; consent is the next step.',
  ),
  'consent-missing': said(
    'No tenant-wide consent allows the API to call Azure Resource Manager (AADSTS65001).',
    'Entra then asks each user for consent; in tenants where users cannot consent, no user can sign in.',
    'Ask an administrator to consent: npm run setup:azure, or “Grant admin consent” in the portal.',
  ),
  'page-not-preauthorised': said(
    'The API does not list page {client} among its pre-authorised and known clients.',
    'Entra asks every user for consent to the scope, and does not ask for the API’s own permissions at the same time.',
    'npm run setup:azure adds it.',
  ),
  'token-version-old': said(
    'The API registration requests version 1 access tokens.',
    'requestedAccessTokenVersion is not 2. Version 1 tokens have a different issuer and audience, so the server rejects all of them.',
    'Set it to 2: npm run setup:azure does this.',
  ),
  'api-unknown': said(
    'The tenant has no registration for the API.',
    'SEALWATCH_API_CLIENT_ID is wrong, or the registration was deleted.',
    'Check the id, or create the registration: npm run setup:azure',
  ),
  'environment-invalid': said(
    'The server does not start with this file: {variables}.',
    'These variables are missing, contradict each other or have an invalid format.',
    'See the table in the README for valid values.',
  ),
  'environment-differs': said(
    'The deployment runs with values that differ from the file: {settings}.',
    'The file belongs to another deployment, or the server was not restarted after a change.',
    'Start the server with this file, or specify the right one.',
  ),
  'secret-wrong': said(
    'Entra refuses the secret (AADSTS7000215).',
    'It is mistyped, belongs to another application, or is the secret’s id instead of its value.',
    'Create a new one: npm run setup:azure -- --credential secret --renew',
  ),
  'secret-expired': said(
    'The secret has expired (AADSTS7000222).',
    'Secrets expire, after two years at most by default.',
    'Create a new one: npm run setup:azure -- --credential secret --renew. A certificate or a managed identity avoids this.',
  ),
  'assertion-refused': said(
    'Entra refuses the API’s certificate or token (AADSTS{number}).',
    'The registration does not contain this certificate, it has expired, or the application id differs.',
    'Upload the certificate to the registration: npm run setup:azure -- --credential certificate',
  ),
  'federation-unknown': said(
    'The registration trusts no workload with this token’s issuer and subject (AADSTS{number}).',
    'The federated credential is missing, or its issuer or subject is spelled differently.',
    'Compare both with the token: npm run setup:azure -- --credential federated',
  ),
  'credential-unusable': said(
    'The file with the API’s certificate or token cannot be used.',
    'It cannot be read here, is empty, or the key does not match the certificate.',
    'Check the file that the variable names, as the user that the server runs as.',
  ),
  'credential-client-unknown': said(
    'The tenant has no application with the API client id (AADSTS700016).',
    'SEALWATCH_API_CLIENT_ID is wrong, SEALWATCH_TENANT is a tenant other than that of the registration, or its service principal is missing there.',
    'Check the id, or create the application: npm run setup:azure',
  ),
}
