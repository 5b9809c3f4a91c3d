import 'server-only'
import type { CloudName } from '@/lib/config/clouds'
import type { LocalSource } from '@/lib/contract/local-session'
import { fail, ok, type Result } from '@/lib/shared/result'
import { personOf, type TokenPerson } from './token-claims'
import type { ToolAccounts, ToolFailure, ToolPlace, TokenTool } from './tool'

/** A tool that gave a token, and whom the token acts for. */
export interface ChosenTool {
  readonly tool: TokenTool
  readonly accounts: ToolAccounts
  readonly token: { readonly token: string; readonly expiresAt: number }
  readonly person: TokenPerson
}

/** What each tool that was tried answered, in order. */
export interface TriedTool {
  readonly tool: TokenTool
  readonly failure: ToolFailure
  /** Null where the tool did not tell its cloud. */
  readonly place: ToolPlace | null
}

export interface Wanted {
  /** The tools to try, in order. */
  readonly tools: readonly TokenTool[]
  readonly tenantId: string | null
  readonly cloud: CloudName | null
}

/** Another cloud than the wanted one: the person must choose, the program does not sign in elsewhere by itself. */
export interface OtherCloud {
  readonly tool: LocalSource
  readonly cloud: CloudName
}

export type ChoiceFailure =
  { readonly kind: 'none'; readonly tried: readonly TriedTool[] } | ({ readonly kind: 'other-cloud' } & OtherCloud)

async function attempt(tool: TokenTool, { tenantId, cloud }: Wanted): Promise<Result<ChosenTool, TriedTool>> {
  // azure-cli takes seconds to start, and needs no place for a token: both are asked at the same time.
  const early = tool.name === 'azure-cli' ? tool.token(tenantId, null) : null
  const accounts = await tool.accounts(cloud)
  if (!accounts.ok) return fail({ tool, failure: accounts.failure, place: null })
  const { place } = accounts.value
  const token = await (early ?? tool.token(tenantId, place))
  if (!token.ok) return fail({ tool, failure: token.failure, place })
  const person = personOf(token.value.token)
  if (person === null || (tenantId !== null && person.tenantId !== tenantId))
    return fail({ tool, failure: { code: 'signed-out', entraCode: null }, place })
  return ok({ tool, accounts: accounts.value, token: token.value, person })
}

/** The next tool is tried only where this one is not installed or not signed in; every other failure ends the choice. */
const mayGoOn = ({ code }: ToolFailure): boolean => code === 'missing' || code === 'signed-out'

/** The first tool that gives a token for the wanted tenant and cloud. */
export async function chooseTool(wanted: Wanted): Promise<Result<ChosenTool, ChoiceFailure>> {
  const tried: TriedTool[] = []
  for (const tool of wanted.tools) {
    const answer = await attempt(tool, wanted)
    if (answer.ok) {
      const { cloud } = answer.value.accounts.place
      return wanted.cloud === null || wanted.cloud === cloud
        ? ok(answer.value)
        : fail({ kind: 'other-cloud', tool: tool.name, cloud })
    }
    tried.push(answer.failure)
    if (!mayGoOn(answer.failure.failure)) break
  }
  return fail({ kind: 'none', tried })
}
