import type { ErrorCode } from '@/lib/contract/errors'

/** Errors that every request can cause. */
const always = ['configuration-invalid', 'internal'] as const satisfies readonly ErrorCode[]

/** Where a request needs a user. */
const signedIn = [
  'sign-in-required',
  'token-invalid',
  'token-expired',
  'tenant-not-allowed',
  'scope-missing',
  'app-only-token',
  'entra-down',
  'too-many-requests',
  ...always,
] as const satisfies readonly ErrorCode[]

/** Where Azure is called with the user's permissions. */
const asksAzure = [
  'claims-challenge',
  'consent-required',
  'sign-in-expired',
  'arm-throttled',
  'arm-down',
  'arm-untrusted',
  'arm-timed-out',
  'arm-unreadable',
  'arm-api-version',
  'cancelled',
] as const satisfies readonly ErrorCode[]

/** Where JSON is sent. */
const sendsJson = ['request-invalid', 'json-invalid', 'body-too-large'] as const satisfies readonly ErrorCode[]

/** Codes by what an operation does; each operation names its groups. */
export const errorGroups = {
  open: always,
  person: signedIn,
  azure: asksAzure,
  /** Where all of a user's subscriptions are listed first. */
  list: [...asksAzure, 'arm-denied', 'arm-not-found'],
  /** A server that is shutting down does not begin long work. */
  stream: ['stopping'],
  /** One VM: the answer is the same whether it does not exist or the user may not read it. */
  one: [...asksAzure, 'not-found'],
  body: sendsJson,
  parameters: ['request-invalid'],
  /** Features that may be turned off, links that have expired, and views that the user cannot read. */
  optional: ['not-found'],
  /** Notes that several users or tabs change; a VM, wave or view that the user cannot see is the same as a missing one. */
  shared: ['version-conflict', 'not-found'],
  passphrase: ['passphrase-needed', 'passphrase-wrong', 'too-many-tries'],
} as const satisfies Readonly<Record<string, readonly ErrorCode[]>>
export type ErrorGroup = keyof typeof errorGroups
