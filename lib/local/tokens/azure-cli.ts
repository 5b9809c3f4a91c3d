import 'server-only'
import * as z from 'zod'
import { cloudHosts, cloudOfAuthority, type CloudName } from '@/lib/config/clouds'
import type { AzRun } from '@/lib/cli/azure/run-az'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken } from '@/lib/shared/token-source'
import { personOf } from './token-claims'
import { entraCodeIn, type Mending, type ToolAccounts, type ToolFailure, type ToolPlace, type TokenTool } from './tool'

/** Runs one command of azure-cli. */
export type RunAz = (args: readonly string[]) => Promise<AzRun>

/** azure-cli's names of the clouds (https://github.com/Azure/azure-cli/blob/dev/src/azure-cli-core/azure/cli/core/cloud.py). */
const names: Readonly<Record<CloudName, string>> = {
  public: 'AzureCloud',
  usgovernment: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
}

const accountList = z.array(
  z.object({
    tenantId: z.string(),
    cloudName: z.string(),
    isDefault: z.boolean().optional().catch(undefined),
    user: z.object({ name: z.string() }),
  }),
)
const cloudAnswer = z.object({ endpoints: z.object({ activeDirectory: z.string(), resourceManager: z.string() }) })
const tokenAnswer = z.object({ accessToken: z.string().min(1) })

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** azure-cli writes warnings to standard error also when it succeeds: only its exit code tells a failure. */
function failureOf({ stderr, missing }: AzRun): ToolFailure {
  const entraCode = entraCodeIn(stderr)
  if (missing === true) return { code: 'missing', entraCode }
  if (entraCode !== null || /az login|no subscription found|az account set/i.test(stderr))
    return { code: 'signed-out', entraCode }
  if (/connection|timed out|getaddrinfo|resolve/i.test(stderr)) return { code: 'unreachable', entraCode }
  return { code: 'failed', entraCode }
}

const origin = (address: string): string => (URL.canParse(address) ? new URL(address).origin : address)

/** The hosts of the active cloud; a cloud that azure-cli was taught counts as public, with its own hosts. */
async function placeOf(run: RunAz, cloudName: string): Promise<Result<ToolPlace, ToolFailure>> {
  for (const cloud of ['public', 'usgovernment', 'china'] as const) {
    const { authorityHost, armEndpoint } = cloudHosts[cloud]
    if (names[cloud] === cloudName) return ok({ cloud, authorityHost, armEndpoint })
  }
  const shown = await run(['cloud', 'show', '--output', 'json'])
  const parsed = cloudAnswer.safeParse(json(shown.stdout))
  if (!parsed.success) return fail(failureOf(shown))
  const { activeDirectory, resourceManager } = parsed.data.endpoints
  const authorityHost = origin(activeDirectory)
  return ok({ cloud: cloudOfAuthority(authorityHost) ?? 'public', authorityHost, armEndpoint: origin(resourceManager) })
}

async function accounts(run: RunAz): Promise<Result<ToolAccounts, ToolFailure>> {
  const listed = await run(['account', 'list', '--output', 'json'])
  const parsed = accountList.safeParse(json(listed.stdout))
  if (listed.code !== 0 || !parsed.success) return fail(failureOf(listed))
  const usual = parsed.data.find(({ isDefault }) => isDefault === true) ?? parsed.data[0]
  if (usual === undefined) return fail({ code: 'signed-out', entraCode: null })
  const place = await placeOf(run, usual.cloudName)
  if (!place.ok) return place
  const tenants = [usual, ...parsed.data].map(({ tenantId }) => tenantId.toLowerCase())
  return ok({ place: place.value, tenants: [...new Set(tenants)], username: usual.user.name })
}

async function token(run: RunAz, tenantId: string | null): Promise<Result<ArmToken, ToolFailure>> {
  const tenant = tenantId === null ? [] : ['--tenant', tenantId]
  const answer = await run(['account', 'get-access-token', ...tenant, '--output', 'json'])
  const parsed = tokenAnswer.safeParse(json(answer.stdout))
  if (answer.code !== 0 || !parsed.success) return fail(failureOf(answer))
  const person = personOf(parsed.data.accessToken)
  if (person === null) return fail({ code: 'failed', entraCode: null })
  return ok({ token: parsed.data.accessToken, expiresAt: person.expiresAt })
}

/** `--claims-challenge` needs azure-cli 2.76 (https://github.com/Azure/azure-cli/pull/31778); the claims are base64. */
function command({ place, tenantId, claims }: Mending): string {
  const tenant = tenantId === null ? '' : ` --tenant ${tenantId}`
  const challenge = claims === null ? '' : ` --claims-challenge "${claims}"`
  return `az login${tenant} --scope ${place.armEndpoint}/.default${challenge}`
}

/**
 * The person's sign-in in azure-cli. azure-cli is started here instead of by `AzureCliCredential`, which hides Entra's
 * code and takes a warning for a failure.
 */
export function azureCliTool(run: RunAz): TokenTool {
  return {
    name: 'azure-cli',
    accounts: () => accounts(run),
    token: (tenantId) => token(run, tenantId),
    command,
  }
}

/** The command that chooses a cloud in azure-cli. */
export function cloudCommand(cloud: CloudName): string {
  return `az cloud set --name ${names[cloud]}`
}
