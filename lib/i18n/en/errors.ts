import type { ErrorCode } from '@/lib/contract/errors'

/** What happened, what it means, and the next step. */
interface ErrorWords {
  readonly title: string
  readonly cause: string
  readonly next: string
}

/** Failures that the browser sees itself, beside those the server names. */
type BrowserFailure = 'offline'

export const errors = {
  'sign-in-required': {
    title: 'Not signed in',
    cause: 'The request had no valid sign-in.',
    next: 'Sign in. The page then continues automatically.',
  },
  'token-invalid': {
    title: 'The sign-in was not accepted',
    cause: 'The token was not issued for this deployment, or was altered.',
    next: 'Sign out and in again. If it keeps happening, the app registration does not match the configuration.',
  },
  'token-expired': {
    title: 'Your sign-in has expired',
    cause: 'The token is past its lifetime.',
    next: 'Sign in again.',
  },
  'tenant-not-allowed': {
    title: 'This tenant is not allowed here',
    cause: 'This deployment serves a fixed list of tenants, and yours is not on it.',
    next: 'Switch tenants, or ask the operator to add yours to the allowed tenants.',
  },
  'scope-missing': {
    title: 'A permission is missing',
    cause: 'The token does not include the Sealwatch API scope.',
    next: 'Ask an administrator to grant the delegated permission, then sign out and in again.',
  },
  'app-only-token': {
    title: 'For users only',
    cause: 'The token belongs to an application that this deployment does not list, or this is for users only.',
    next: 'Sign in with a user account, or ask the operator of this dashboard.',
  },
  'claims-challenge': {
    title: 'Your directory requires another step',
    cause: 'The tenant requires more proof before Azure can be read, for example multifactor authentication.',
    next: 'Sign in again and follow the prompts.',
  },
  'consent-required': {
    title: 'Consent required',
    cause: 'Consent for Sealwatch to read Azure for users of this tenant has not been granted.',
    next: 'Ask an administrator to grant consent for the tenant, then sign in again.',
  },
  'sign-in-expired': {
    title: 'Your directory sign-in has expired',
    cause: 'The directory no longer accepts the sign-in behind this session.',
    next: 'Sign in again.',
  },
  'request-invalid': {
    title: 'Invalid request',
    cause: 'Part of the address or of the request is not valid.',
    next: 'Check the link. If you did not change it, contact the operator.',
  },
  'body-too-large': {
    title: 'Text too large',
    cause: 'The text is larger than the server accepts.',
    next: 'Send less at a time.',
  },
  'json-invalid': {
    title: 'Not valid JSON',
    cause: 'The text is cut off or damaged.',
    next: 'Copy the whole output and send it again.',
  },
  'not-found': {
    title: 'Not found',
    cause: 'Nothing was found at this address.',
    next: 'Check the link, or start from the fleet.',
  },
  'method-not-allowed': {
    title: 'Not supported here',
    cause: 'This address does not accept this kind of request.',
    next: 'Reload the page. If it keeps happening, contact the operator.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    cause:
      'You, or a client at your address that is not signed in, exceeded the request limit of this server. Programs that use your sign-in count too.',
    next: 'Wait a moment, then try again. Other users are not affected.',
  },
  'version-conflict': {
    title: 'Changed by another user',
    cause: 'Another user changed this while you were editing it. Nothing of yours or theirs was overwritten.',
    next: 'Compare both versions, then save again.',
  },
  'passphrase-needed': {
    title: 'Passphrase required',
    cause: 'The creator of this link protected it with a passphrase.',
    next: 'Enter the passphrase that you were given.',
  },
  'passphrase-wrong': {
    title: 'Wrong passphrase',
    cause: 'This is not the passphrase of this link.',
    next: 'Check it and try again, or ask the sender of the link.',
  },
  'too-many-tries': {
    title: 'Too many attempts',
    cause: 'There were too many wrong attempts from your network or for this link.',
    next: 'Wait a while, then try again.',
  },
  'arm-denied': {
    title: 'No permission to read this',
    cause: 'Azure denied the request: this account does not have the Reader role here.',
    next: 'Ask an Owner or User Access Administrator for the Reader role on this scope.',
  },
  'arm-throttled': {
    title: 'Azure is throttling requests',
    cause: 'The request limit is used up for now. Your other tools count towards it too.',
    next: 'No action needed: reading resumes automatically when Azure allows it.',
  },
  'arm-down': {
    title: 'Azure is unavailable',
    cause: 'Azure Resource Manager returned an error or did not respond.',
    next: 'Try again in a few minutes. Azure’s status page lists known outages.',
  },
  'arm-untrusted': {
    title: 'The certificate of Azure’s response is not trusted',
    cause: 'Sealwatch stopped before it sent a request. The usual cause is a proxy that inspects TLS.',
    next: 'The operator sets NODE_EXTRA_CA_CERTS to the PEM file of the proxy’s certificate authority and restarts Sealwatch.',
  },
  'arm-timed-out': {
    title: 'Azure timed out',
    cause: 'Azure did not send a complete response in time.',
    next: 'Try again.',
  },
  'arm-unreadable': {
    title: 'Azure’s response could not be read',
    cause: 'The response was not in the expected format, so nothing was concluded from it.',
    next: 'Try again. If it keeps happening, give the request id to the operator.',
  },
  'arm-not-found': {
    title: 'Azure cannot find this VM',
    cause: 'It was deleted, moved or renamed, or this account cannot see it.',
    next: 'Look for it in the fleet.',
  },
  'arm-api-version': {
    title: 'API version not supported in this cloud',
    cause: 'Azure rejected the API version of the request and offers none that Sealwatch can read.',
    next: 'Contact the operator: the cloud may lag behind, or this release of Sealwatch may be too old.',
  },
  'entra-down': {
    title: 'The directory does not respond',
    cause: 'Microsoft Entra ID could not be reached or returned an error.',
    next: 'Try again in a few minutes.',
  },
  cancelled: {
    title: 'Stopped',
    cause: 'Reading was stopped before it finished.',
    next: 'Start again to continue.',
  },
  'configuration-invalid': {
    title: 'The deployment is misconfigured',
    cause: 'The server’s settings contradict each other. Your virtual machines are not the cause.',
    next: 'Contact the operator; the server’s log names the setting.',
  },
  stopping: {
    title: 'The server is restarting',
    cause: 'The server is shutting down and starts no new work.',
    next: 'Nothing is lost. Try again in a moment.',
  },
  internal: {
    title: 'Internal error in Sealwatch',
    cause: 'An unexpected error occurred on the server. Nothing was concluded from it.',
    next: 'Try again. If it keeps happening, give the request id to the operator.',
  },
  offline: {
    title: 'No connection',
    cause: 'This device could not reach the server.',
    next: 'Check your network. The data shown is from the last reading.',
  },
} as const satisfies Readonly<Record<ErrorCode | BrowserFailure, ErrorWords>>
