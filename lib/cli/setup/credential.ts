import { resolve } from 'node:path'
import * as z from 'zod'
import { readCertificate } from '@/lib/config/certificate'
import { cloudHosts } from '@/lib/config/clouds'
import { readPrincipals, type Registrations } from '@/lib/setup/registrations/graph'
import { credentialChange, type CredentialChoice } from '@/lib/setup/registrations/credential'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Az } from '../azure/az'
import { principalsWith, restArguments, type SignedIn } from '../azure/directory'
import type { CredentialKind, SetupArguments } from './arguments'
import { isThereAlready, offer } from './offer'
import type { Sender } from './registrations'

/** Variables of which the server accepts exactly one. */
export const proofVariables = [
  'SEALWATCH_API_CLIENT_SECRET',
  'SEALWATCH_API_CLIENT_CERTIFICATE_PATH',
  'SEALWATCH_API_FEDERATED_TOKEN_FILE',
  'SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID',
] as const

export const credentialProblems = [
  'certificate-unusable',
  'federated-incomplete',
  'identity-missing',
  'identity-unknown',
] as const
export type CredentialProblem = (typeof credentialProblems)[number]

/** A credential for the API, and the variable that will name it; the secret's value comes with the answer. */
export interface Proof {
  readonly choice: CredentialChoice
  readonly variable: readonly [name: (typeof proofVariables)[number], value: string] | null
}

function certificateProof(file: string | null): Result<Proof, CredentialProblem> {
  const path = resolve(file ?? '')
  const read = file === null ? null : readCertificate(path)
  if (read?.ok !== true) return fail('certificate-unusable')
  const leaf = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/.exec(read.value.x5c)?.[1] ?? ''
  const choice = { kind: 'certificate', der: leaf.replace(/\s/g, ''), thumbprint: read.value.thumbprintSha256 } as const
  return ok({ choice, variable: ['SEALWATCH_API_CLIENT_CERTIFICATE_PATH', path] })
}

/**
 * A managed identity is a federated workload whose tokens this tenant issues, with the identity's object id as subject.
 */
async function identityProof(
  az: Az,
  who: SignedIn,
  clientId: string | null,
): Promise<Result<Proof, CredentialProblem>> {
  if (clientId === null) return fail('identity-missing')
  const answer = await az(restArguments(who.graph, { method: 'GET', ...principalsWith(clientId), body: null }))
  const subject = answer.ok ? readPrincipals(answer.value)?.[0]?.id : undefined
  if (subject === undefined) return fail('identity-unknown')
  const audience = cloudHosts[who.cloud ?? 'public'].tokenExchangeAudience
  const choice = { kind: 'federated', issuer: `${who.authorityHost}/${who.tenantId}/v2.0`, subject, audience } as const
  return ok({ choice, variable: ['SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID', clientId] })
}

/** The input for the chosen kind of credential, or what is missing for it. */
export async function proofOf(
  az: Az,
  who: SignedIn,
  kind: CredentialKind,
  options: SetupArguments,
  around: { readonly known: string | null; readonly label: string; readonly now: number },
): Promise<Result<Proof, CredentialProblem>> {
  switch (kind) {
    case 'keep':
      return ok({ choice: { kind }, variable: null })
    case 'secret': {
      const until = new Date(around.now)
      until.setUTCMonth(until.getUTCMonth() + options.months)
      const { known, label } = around
      return ok({ choice: { kind, until: until.toISOString(), known, label, renew: options.renew }, variable: null })
    }
    case 'certificate':
      return certificateProof(options.certificate)
    case 'federated': {
      const { issuer, subject, tokenFile } = options
      if (issuer === null || subject === null || tokenFile === null) return fail('federated-incomplete')
      const audience = cloudHosts[who.cloud ?? 'public'].tokenExchangeAudience
      const variable = ['SEALWATCH_API_FEDERATED_TOKEN_FILE', tokenFile] as const
      return ok({ choice: { kind, issuer, subject, audience }, variable })
    }
    case 'managed-identity':
      return identityProof(az, who, options.identity)
  }
}

const secretAnswer = z.object({ secretText: z.string().min(1) })

export interface GivenProof {
  /** Variables to write; null where nothing has to change. */
  readonly variable: Proof['variable']
  readonly changed: boolean
  readonly done: boolean
}

/**
 * Gives the API a credential where it lacks one and the operator agrees. A new secret is passed on and printed nowhere.
 */
export async function giveProof(
  { az, graph, console, recent }: Sender,
  registrations: Registrations,
  proof: Proof,
): Promise<GivenProof> {
  const { api } = registrations
  const given = { variable: proof.variable, changed: false, done: true }
  if (api === null) return { ...given, done: false }
  const change = credentialChange(api, registrations, proof.choice, new Date(console.now()).toISOString())
  if (change === null) return given
  const label = proof.choice.kind === 'secret' ? proof.choice.label : null
  const begin = (): void => {
    if (label !== null) recent.begin(label)
  }
  const answer = await offer(az, graph, console, console.words.proofs[proof.choice.kind], change, recent, begin)
  // An interrupted run created it, and the directory does not show it yet.
  if (proof.choice.kind === 'federated' && isThereAlready(answer)) return given
  if (answer?.ok !== true) {
    if (answer !== null) {
      if (label !== null && answer.failure.status !== null) recent.refused(label)
      console.say(console.words.failures[answer.failure.code], { detail: answer.failure.detail })
    }
    return { variable: null, changed: false, done: false }
  }
  if (proof.choice.kind !== 'secret') return { ...given, changed: true }
  const made = console.dryRun ? { secretText: 'to-be-made' } : secretAnswer.safeParse(answer.value).data
  if (made === undefined) return { variable: null, changed: true, done: false }
  return { variable: ['SEALWATCH_API_CLIENT_SECRET', made.secretText], changed: true, done: true }
}
