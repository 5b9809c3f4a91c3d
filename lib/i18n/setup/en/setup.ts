import type { SetupWords } from '../types'

export const englishSetup: SetupWords = {
  steps: {
    'api-absent': { title: 'Register the API', why: 'it reads Azure for people, in their own name' },
    'page-absent': { title: 'Register the page', why: 'people sign in to it as a single-page application' },
    'api-identifier': { title: 'Give the API its identifier', why: 'the page asks for the API by this name' },
    'api-token-version': { title: 'Ask for version 2 tokens', why: 'the server takes no others' },
    'api-scope': { title: 'Give the API its scope', why: 'without it the page can ask for nothing' },
    'api-arm-permission': {
      title: 'Let the API ask for Azure Service Management / user_impersonation',
      why: 'delegated: it can do what the signed-in person may, and nothing of its own',
    },
    'api-arm-consent': {
      title: 'Consent for everyone (administrators only)',
      why: 'otherwise each person is asked, or nobody gets in where people may not consent',
    },
    'api-knows-page': {
      title: 'Let the API trust the page',
      why: 'nobody is asked twice: the page is pre-authorised and known',
    },
    'page-redirect': { title: 'Register the redirect URI', why: 'Entra sends people back to this address alone' },
    'page-redirect-type': {
      title: 'Move the redirect URI to the single-page platform',
      why: 'under “Web” a browser may not redeem the code',
    },
    'page-permission': {
      title: 'Let the page ask for the API’s scope',
      why: 'it shows in the portal what the page uses',
    },
    'api-not-present': {
      title: 'Create the service principal of the API in the tenant',
      why: 'tokens are issued for what is present',
    },
    'page-not-present': {
      title: 'Create the service principal of the page in the tenant',
      why: 'its sign-ins can then be governed and seen',
    },
  },
  proofs: {
    keep: 'The API keeps its proof',
    secret: 'Make a secret for the API: its value goes to the environment file and is shown nowhere',
    certificate: 'Register the certificate: the private key stays here',
    federated: 'Trust the workload: no secret has to be kept or renewed',
  },
  failures: {
    'az-missing':
      'azure-cli (az) is not installed or not on the PATH: https://learn.microsoft.com/cli/azure/install-azure-cli',
    'az-signed-out': 'azure-cli is not signed in. Run az login, for another cloud az cloud set -n NAME before it.',
    'az-denied':
      'Refused: you may not do this. Application Developer may register, an administrator may consent. {detail}',
    'az-unsafe':
      'On Windows azure-cli is a command script, and one of its arguments holds " % ! ^ & | < or >, which the command interpreter would read. Choose another --name, or another folder for temporary files.',
    'az-failed': 'azure-cli failed: {detail}',
    'several-with-name':
      'There are several registrations named “{detail}”. Put the client ids of the right ones into the environment file, or choose another --name.',
  },
  problems: {
    'certificate-unusable': '--certificate must be a readable PEM file with a certificate and its private key.',
    'federated-incomplete': '--credential federated needs --issuer, --subject and --token-file.',
    'identity-missing': '--credential managed-identity needs --identity, the client id of a user-assigned identity.',
    'identity-unknown': 'This tenant has no managed identity with this client id.',
  },
  intro:
    'Signed in as {user} in the tenant {tenant} ({cloud}). Only Microsoft Entra ID is changed, and only with your consent.',
  askAddress: 'Where will people open the dashboard (https://…)?',
  askCredential: 'How shall the API prove itself: secret, certificate, federated, managed-identity or keep?',
  agree: 'Do it? [y]es, [n]o, [a]ll:',
  file: 'Environment file {file} (values of secrets are covered):',
  left: 'Not done: {what}.',
  askAdministrator: 'An administrator can consent for everyone here: {url}',
  none: 'Nobody is here to agree. Use --dry-run to look, or --yes to agree to everything.',
  otherCloud: 'azure-cli is set to another cloud than {cloud}. Use az cloud set, then az login.',
  existing: 'Registrations that an earlier run may have made',
  waiting: '{what}: not seen in the directory. Trying again; {seconds} of 120 seconds have passed.',
  begunSecret: 'A secret that an interrupted run may have made',
  written: 'What was just written',
  notShown: 'The directory does not show everything that was just written. Wait a few minutes before the next run.',
  orphan: 'Remove the secret “{label}”: an interrupted run made it, and the environment file does not hold it',
  orphanLeft:
    'The API still has the secret “{label}”, which an interrupted run made and the environment file does not hold.',
  nothing: 'Everything is in order; nothing was changed.',
  done: 'Done. Start the server with {file}, then: npm run -s doctor -- --registrations --environment {file} {address}',
  partly: 'Something is left to do; a further run goes on from here.',
  dryRunEnd: 'Nothing was changed.',
}
