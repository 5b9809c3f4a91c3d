import { differences, withVariables } from '@/lib/setup/env-file'
import type { Registrations } from '@/lib/setup/registrations/graph'
import type { SignedIn } from '../azure/directory'
import { proofVariables, textOf, type GivenProof } from './credential'
import { writeOwn } from './own-file'
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
export type Written = 'same' | 'written' | 'declined'

/** Shows what would change in the file, and writes it where the operator agrees. */
export async function offerEnvironment(
  file: string,
  variables: Readonly<Record<string, string | null>>,
  console: Console,
): Promise<Written> {
  const before = textOf(file)
  const after = withVariables(before, variables)
  if (after === before) return 'same'
  console.say(`\n${console.words.file}`, { file })
  for (const line of differences(before, after)) console.say(`  ${line}`)
  if (!(await console.agreed())) return 'declined'
  if (!console.dryRun) writeOwn(file, after)
  return 'written'
}
