import { differences, readEnvironmentFile, withVariables } from '@/lib/setup/env-file'
import type { Registrations } from '@/lib/setup/registrations/graph'
import type { SignedIn } from '../azure/directory'
import { proofVariables, type GivenProof } from './credential'
import { fileErrorCode, textOf, writeOwn } from '@/lib/config/own-file'
import type { Console } from './console'

/** The variables that these registrations lead to. */
export function variablesOf(
  who: SignedIn,
  { api, page }: Registrations,
  { variable }: Pick<GivenProof, 'variable'>,
): Record<string, string | null> {
  const hosts =
    who.cloud === null
      ? { SEALWATCH_AUTHORITY_HOST: who.authorityHost, SEALWATCH_ARM_ENDPOINT: who.armEndpoint }
      : { SEALWATCH_CLOUD: who.cloud, SEALWATCH_AUTHORITY_HOST: null, SEALWATCH_ARM_ENDPOINT: null }
  const others = variable === null ? {} : Object.fromEntries(proofVariables.map((name) => [name, null]))
  return {
    SEALWATCH_TENANT: who.tenantId,
    ...(page === null ? {} : { SEALWATCH_SPA_CLIENT_ID: page.appId }),
    ...(api === null ? {} : { SEALWATCH_API_CLIENT_ID: api.appId }),
    ...hosts,
    ...others,
    ...(variable === null ? {} : { [variable[0]]: variable[1] }),
  }
}

/** What happened to the file. */
export type Written = 'same' | 'written' | 'declined' | 'failed'

export interface EnvironmentResult {
  readonly file: Written
  /** How many credentials of the API the file names; the server starts with exactly one. */
  readonly proofs: number
}

const proofsIn = (text: string): number => {
  const variables = readEnvironmentFile(text)
  return proofVariables.filter((name) => (variables[name] ?? '') !== '').length
}

async function offered(
  file: string,
  variables: Readonly<Record<string, string | null>>,
  console: Console,
): Promise<EnvironmentResult> {
  const before = textOf(file)
  const after = withVariables(before, variables)
  if (after === before) return { file: 'same', proofs: proofsIn(before) }
  console.say(`\n${console.words.file}`, { file })
  for (const line of differences(before, after)) console.say(`  ${line}`)
  if (!(await console.agreed())) return { file: 'declined', proofs: proofsIn(before) }
  if (!console.dryRun) writeOwn(file, after)
  return { file: 'written', proofs: proofsIn(after) }
}

/** Shows what would change in the file, and writes it where the operator agrees. */
export async function offerEnvironment(
  file: string,
  variables: Readonly<Record<string, string | null>>,
  console: Console,
): Promise<EnvironmentResult> {
  try {
    return await offered(file, variables, console)
  } catch (error) {
    const code = fileErrorCode(error)
    if (code === null) throw error
    console.say(`\n${console.words.unwritable}`, { file, code })
    return { file: 'failed', proofs: 0 }
  }
}
