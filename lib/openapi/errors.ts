import type { ErrorCode } from '@/lib/contract/errors'

/** What can happen to every request. */
const always = ['configuration-invalid', 'internal'] as const satisfies readonly ErrorCode[]

/** Where a request is one of a person. */
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

/** Where Azure is asked with the person's rights. */
const asksAzure = [
  'claims-challenge',
  'consent-required',
  'sign-in-expired',
  'arm-throttled',
  'arm-down',
  'arm-timed-out',
  'arm-unreadable',
  'arm-api-version',
  'cancelled',
] as const satisfies readonly ErrorCode[]

/** Where JSON is sent. */
const sendsJson = ['request-invalid', 'json-invalid', 'body-too-large'] as const satisfies readonly ErrorCode[]

/** Codes by what an operation does; each operation names the groups that apply to it. */
export const errorGroups = {
  open: always,
  person: signedIn,
  azure: asksAzure,
  /** Where all of a person's subscriptions are listed first. */
  list: [...asksAzure, 'arm-denied', 'arm-not-found'],
  /** What goes on for a while is not begun on a server that is about to end. */
  stream: ['stopping'],
  /** One VM: whether it is not there or not for this person, the answer is the same. */
  one: [...asksAzure, 'not-found'],
  body: sendsJson,
  parameters: ['request-invalid'],
  /** What may be turned off, or is over. */
  optional: ['not-found'],
  passphrase: ['passphrase-needed', 'passphrase-wrong', 'too-many-tries'],
} as const satisfies Readonly<Record<string, readonly ErrorCode[]>>
export type ErrorGroup = keyof typeof errorGroups
