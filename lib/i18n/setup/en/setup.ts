import type { SetupWords } from '../types'

export const englishSetup: SetupWords = {
  steps: {
    'api-absent': { title: 'Register the API', why: 'it reads Azure on behalf of the signed-in user' },
    'page-absent': { title: 'Register the page', why: 'users sign in to it as a single-page application' },
    'api-identifier': { title: 'Set the API identifier', why: 'the page requests the API by this name' },
    'api-token-version': { title: 'Request version 2 tokens', why: 'the server accepts no other version' },
    'api-scope': { title: 'Add the API scope', why: 'without it the page cannot request anything' },
    'api-arm-permission': {
      title: 'Add Azure Service Management / user_impersonation to the API',
      why: 'delegated: the API can do only what the signed-in user can do',
    },
    'api-arm-consent': {
      title: 'Grant consent for the whole tenant (administrators only)',
      why: 'otherwise each user is asked, or no user can sign in where users cannot consent',
    },
    'api-knows-page': {
      title: 'Pre-authorise the page for the API',
      why: 'users are not asked twice: the page is pre-authorised and known',
    },
    'page-redirect': { title: 'Register the redirect URI', why: 'Entra redirects users to this address only' },
    'page-redirect-type': {
      title: 'Move the redirect URI to the single-page platform',
      why: 'under “Web” a browser cannot redeem the code',
    },
    'page-permission': {
      title: 'Add the API scope to the page',
      why: 'the portal then shows what the page uses',
    },
    'api-not-present': {
      title: 'Create the API service principal in the tenant',
      why: 'Entra issues tokens only for service principals in the tenant',
    },
    'page-not-present': {
      title: 'Create the page service principal in the tenant',
      why: 'its sign-ins can then be managed and monitored',
    },
  },
  proofs: {
    keep: 'Keep the API credential',
    secret: 'Create a secret for the API: its value is written only to the environment file and never shown',
    certificate: 'Register the certificate: the private key stays on this machine',
    federated: 'Trust the workload: no secret to store or renew',
  },
  failures: {
    'az-missing':
      'azure-cli (az) is not installed or not on the PATH: https://learn.microsoft.com/cli/azure/install-azure-cli',
    'az-signed-out': 'azure-cli is not signed in. Run az login; for another cloud, run az cloud set -n NAME first.',
    'az-denied':
      'Refused: you do not have permission. Application Developer can register, an administrator can consent. {detail}',
    'az-unsafe':
      'On Windows azure-cli is a command script, and an argument contains " % ! ^ & | < or >, which the command interpreter would interpret. Choose another --name, or another folder for temporary files.',
    'az-failed': 'azure-cli failed: {detail}',
    'several-with-name':
      'There are several registrations named “{detail}”. Add the client ids of the right ones to the environment file, or choose another --name.',
  },
  problems: {
    'certificate-unusable': '--certificate must be a readable PEM file with a certificate and its private key.',
    'federated-incomplete': '--credential federated needs --issuer, --subject and --token-file.',
    'identity-missing': '--credential managed-identity needs --identity, the client id of a user-assigned identity.',
    'identity-unknown': 'This tenant has no managed identity with this client id.',
  },
  intro:
    'Signed in as {user} in tenant {tenant} ({cloud}). This changes only Microsoft Entra ID, and only with your consent.',
  askAddress: 'At which address will users open the dashboard (https://…)?',
  askCredential: 'Which credential should the API use: secret, certificate, federated, managed-identity or keep?',
  agree: 'Continue? [y]es, [n]o, [a]ll:',
  notAChoice: '"{answer}" is not one of {choices}.',
  notAnAddress: '"{answer}" is no https address (http on localhost only).',
  file: 'Environment file {file} (secret values are masked):',
  fileRefused:
    'The environment file {file} cannot be written here ({code}). Nothing was changed. Choose another --environment.',
  unwritable: 'The environment file {file} could not be written ({code}).',
  proofMissing:
    'The server does not start with {file}: it names no credential of the API. Run this again with --credential secret, certificate, federated or managed-identity, or set one of {variables}.',
  proofsSeveral:
    'The server does not start with {file}: it must name only one credential of the API, one of {variables}.',
  left: 'Not done: {what}.',
  askAdministrator: 'An administrator can grant tenant-wide consent here: {url}',
  none: 'No interactive terminal to confirm. Use --dry-run to preview, or --yes to confirm everything.',
  otherCloud: 'azure-cli is set to a cloud other than {cloud}. Run az cloud set, then az login.',
  existing: 'Registrations that an earlier run may have made',
  waiting: '{what}: not found in the directory. Retrying; {seconds} of 120 seconds have passed.',
  begunSecret: 'A secret that may have been made and is in no file',
  written: 'The latest changes',
  notShown: 'The directory does not show all changes. Wait a few minutes before the next run.',
  orphan: 'Remove the secret “{label}”: the environment file does not contain it',
  orphanLeft:
    'The API still has the secret “{label}”, which the environment file does not contain. The next run removes it.',
  nothing: 'Everything is in order; nothing was changed.',
  done: 'Done. Start the server with {file}, then: npm run -s doctor -- --registrations --environment {file} {address}',
  partly: 'Some steps are left; run this again to continue.',
  dryRunEnd: 'Nothing was changed.',
}
