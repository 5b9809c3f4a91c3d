import 'server-only'
import type { TokenCredential } from '@azure/core-auth'
import { cloudHosts, type CloudName } from '@/lib/config/clouds'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken } from '@/lib/shared/token-source'
import { personOf } from './token-claims'
import { entraCodeIn, type Mending, type ToolFailure, type ToolPlace, type TokenTool } from './tool'

/** Azure PowerShell's names of the clouds (https://learn.microsoft.com/powershell/module/az.accounts/get-azenvironment). */
const names: Readonly<Record<CloudName, string>> = {
  public: 'AzureCloud',
  usgovernment: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
}

/** Classifies what the credential throws. Its messages can contain the output of PowerShell, token included. */
function failureOf(error: unknown): ToolFailure {
  const message = error instanceof Error ? error.message : ''
  const entraCode = entraCodeIn(message)
  if (/Unable to execute PowerShell|module Az\.Accounts/i.test(message)) return { code: 'missing', entraCode }
  if (entraCode !== null || /Connect-AzAccount/i.test(message)) return { code: 'signed-out', entraCode }
  return { code: 'failed', entraCode }
}

/** The hosts of a cloud by its name. */
export function placeIn(cloud: CloudName): ToolPlace {
  const { authorityHost, armEndpoint } = cloudHosts[cloud]
  return { cloud, authorityHost, armEndpoint }
}

function command({ place, tenantId, claims }: Mending): string {
  const tenant = tenantId === null ? '' : ` -Tenant ${tenantId}`
  const environment = place.cloud === 'public' ? '' : ` -Environment ${names[place.cloud]}`
  const challenge = claims === null ? '' : ` -ClaimsChallenge "${claims}"`
  return `Connect-AzAccount${tenant}${environment}${challenge}`
}

async function token(
  credentialOf: () => Promise<TokenCredential>,
  tenantId: string | null,
  armEndpoint: string,
): Promise<Result<ArmToken, ToolFailure>> {
  try {
    const credential = await credentialOf()
    const answer = await credential.getToken(`${armEndpoint}/.default`, tenantId === null ? {} : { tenantId })
    // Windows PowerShell writes the expiry in a form that the credential cannot read, so the token's own counts.
    const person = answer === null ? null : personOf(answer.token)
    if (answer === null || person === null) return fail({ code: 'failed', entraCode: null })
    return ok({ token: answer.token, expiresAt: person.expiresAt })
  } catch (error) {
    return fail(failureOf(error))
  }
}

/** The person's sign-in in Azure PowerShell. It lists no tenants and no cloud: the command line names others. */
export function powerShellTool(credentialOf: () => Promise<TokenCredential>): TokenTool {
  return {
    name: 'powershell',
    accounts: (wanted) => Promise.resolve(ok({ place: placeIn(wanted ?? 'public'), tenants: [], username: null })),
    token: (tenantId, place) => token(credentialOf, tenantId, (place ?? placeIn('public')).armEndpoint),
    command,
  }
}
