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
    cause: 'The request carried no valid sign-in.',
    next: 'Sign in, then the page goes on by itself.',
  },
  'token-invalid': {
    title: 'The sign-in was not accepted',
    cause: 'The token was not made for this deployment or has been changed.',
    next: 'Sign out and in again. If it stays so, the app registration does not match the configuration.',
  },
  'token-expired': {
    title: 'The sign-in has ended',
    cause: 'The token is older than its lifetime.',
    next: 'Sign in again.',
  },
  'tenant-not-allowed': {
    title: 'This tenant is not served here',
    cause: 'The deployment serves a fixed list of tenants, and yours is not in it.',
    next: 'Change the tenant, or ask the operator to add yours to the allowed tenants.',
  },
  'scope-missing': {
    title: 'The sign-in lacks a permission',
    cause: 'The token does not contain the scope of the Sealwatch API.',
    next: 'Ask an administrator to grant the delegated permission, then sign out and in again.',
  },
  'app-only-token': {
    title: 'Only people can sign in here',
    cause: 'The token belongs to an application. Sealwatch reads with the rights of a person.',
    next: 'Sign in with a user account.',
  },
  'claims-challenge': {
    title: 'The directory asks for one more step',
    cause: 'A sign-in rule of the tenant wants more proof before Azure may be read, for example a second factor.',
    next: 'Sign in again and follow what the sign-in page asks.',
  },
  'consent-required': {
    title: 'Consent is missing',
    cause: 'Nobody has yet allowed Sealwatch to read Azure for people of this tenant.',
    next: 'Ask an administrator to consent for the tenant, then sign in again.',
  },
  'sign-in-expired': {
    title: 'The sign-in at the directory has ended',
    cause: 'The directory no longer accepts the sign-in on which this session rests.',
    next: 'Sign in again.',
  },
  'request-invalid': {
    title: 'The request makes no sense',
    cause: 'A part of the address or of the request is not valid.',
    next: 'Check the link. If you did not change it, report it to the operator.',
  },
  'body-too-large': {
    title: 'Too much text',
    cause: 'What was sent is larger than the server accepts.',
    next: 'Send less at once.',
  },
  'json-invalid': {
    title: 'The text is not valid JSON',
    cause: 'What was sent breaks off or is damaged.',
    next: 'Copy the whole output and send it again.',
  },
  'not-found': {
    title: 'Not found',
    cause: 'There is nothing at this address.',
    next: 'Check the link, or start from the fleet.',
  },
  'method-not-allowed': {
    title: 'This cannot be done here',
    cause: 'The address does not accept this kind of request.',
    next: 'Reload the page. If it stays so, report it to the operator.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    cause:
      'You, or somebody at your address who is not signed in, asked this server more often than it allows. Programs that use your sign-in count too.',
    next: 'Wait a moment, then try again. Others are not held up.',
  },
  'passphrase-needed': {
    title: 'A passphrase is needed',
    cause: 'Whoever made this link protected it with a passphrase.',
    next: 'Type the passphrase that you were told.',
  },
  'passphrase-wrong': {
    title: 'That is not the passphrase',
    cause: 'The passphrase does not belong to this link.',
    next: 'Check it and try again, or ask whoever sent you the link.',
  },
  'too-many-tries': {
    title: 'Too many tries',
    cause: 'Too many wrong tries were made from your network or for this link.',
    next: 'Wait a while, then try again.',
  },
  'arm-denied': {
    title: 'No right to read this',
    cause: 'Azure refused the reading: your account has no Reader right here.',
    next: 'Ask an Owner or User Access Administrator for the Reader role on this scope.',
  },
  'arm-throttled': {
    title: 'Azure asks to slow down',
    cause: 'The limit of requests is used up for the moment. Other tools of yours count too.',
    next: 'Nothing to do: the reading goes on by itself when Azure allows.',
  },
  'arm-down': {
    title: 'Azure does not answer',
    cause: 'Azure Resource Manager answered with an error of its own or not at all.',
    next: 'Try again in some minutes. Azure’s status page tells of known outages.',
  },
  'arm-timed-out': {
    title: 'Azure took too long',
    cause: 'No complete answer came within the time allowed.',
    next: 'Try again.',
  },
  'arm-unreadable': {
    title: 'Azure’s answer could not be read',
    cause: 'The answer did not have the expected form, so nothing was concluded from it.',
    next: 'Try again. If it stays so, report the request id to the operator.',
  },
  'arm-not-found': {
    title: 'Azure does not know this VM',
    cause: 'It was deleted, moved or renamed, or your account cannot see it.',
    next: 'Look for it in the fleet.',
  },
  'arm-api-version': {
    title: 'This cloud does not know the API version',
    cause: 'Azure refused the API version of the request, and it offers none that Sealwatch can read.',
    next: 'Tell the operator: the cloud may be behind, or the release of Sealwatch too old.',
  },
  'entra-down': {
    title: 'The directory does not answer',
    cause: 'Microsoft Entra ID could not be reached or answered with an error of its own.',
    next: 'Try again in some minutes.',
  },
  cancelled: {
    title: 'Stopped',
    cause: 'The reading was stopped before its end.',
    next: 'Start it again when you want to go on.',
  },
  'configuration-invalid': {
    title: 'The deployment is not set up correctly',
    cause: 'The server’s settings do not fit together. Your virtual machines have nothing to do with it.',
    next: 'Tell the operator; the server’s log names the setting.',
  },
  stopping: {
    title: 'The server is being restarted',
    cause: 'It has been told to stop and begins nothing new.',
    next: 'Nothing is lost: try again in a moment.',
  },
  internal: {
    title: 'Sealwatch made a mistake',
    cause: 'Something unexpected happened in the server. Nothing was concluded from it.',
    next: 'Try again. If it stays so, report the request id to the operator.',
  },
  offline: {
    title: 'No connection',
    cause: 'The server could not be reached from this device.',
    next: 'Check the network. What is shown stays as it was read.',
  },
} as const satisfies Readonly<Record<ErrorCode | BrowserFailure, ErrorWords>>
