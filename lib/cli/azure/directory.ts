import * as z from 'zod'
import { cloudHosts, cloudOfAuthority, type CloudName } from '@/lib/config/clouds'
import {
  isMarkedOtherwise,
  readApplications,
  readFederated,
  readGrants,
  readPrincipals,
  serviceManagementAppId,
  type Application,
  type Principal,
  type Registrations,
} from '@/lib/setup/registrations/graph'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Az, AzFailure } from './az'

/** The account that azure-cli is signed in to. */
export interface SignedIn {
  readonly tenantId: string
  /** The user or service principal, as azure-cli names it. */
  readonly user: string
  /** Null for a cloud that is not one of Azure's, such as the fake one. */
  readonly cloud: CloudName | null
  readonly authorityHost: string
  readonly armEndpoint: string
  readonly graph: string
}

const accountSchema = z.object({ tenantId: z.string(), user: z.object({ name: z.string() }) })
const cloudSchema = z.object({
  endpoints: z.object({
    activeDirectory: z.string(),
    resourceManager: z.string(),
    microsoftGraphResourceId: z.string(),
  }),
})

const bare = (address: string): string => address.replace(/\/{1,8}$/, '')
const unreadable: AzFailure = { code: 'az-failed', detail: 'unexpected answer', status: null }

/**
 * The active cloud of azure-cli, and its hosts under their present names: for AzureChinaCloud azure-cli names the older
 * sign-in host (https://github.com/Azure/azure-cli/blob/dev/src/azure-cli-core/azure/cli/core/cloud.py). Null where
 * Resource Manager and directory belong to different clouds.
 */
function placeOf(
  authorityHost: string,
  armEndpoint: string,
): Pick<SignedIn, 'cloud' | 'authorityHost' | 'armEndpoint'> {
  const cloud = cloudOfAuthority(authorityHost)
  if (cloud === null || cloudHosts[cloud].armEndpoint !== armEndpoint)
    return { cloud: null, authorityHost, armEndpoint }
  return { cloud, authorityHost: cloudHosts[cloud].authorityHost, armEndpoint }
}

/** Reads tenant and cloud from azure-cli. */
export async function signedIn(az: Az): Promise<Result<SignedIn, AzFailure>> {
  const [account, cloud] = [await az(['account', 'show']), await az(['cloud', 'show'])]
  if (!account.ok) return account
  if (!cloud.ok) return cloud
  const [who, where] = [accountSchema.safeParse(account.value), cloudSchema.safeParse(cloud.value)]
  if (!who.success || !where.success) return fail(unreadable)
  const { activeDirectory, resourceManager, microsoftGraphResourceId } = where.data.endpoints
  return ok({
    tenantId: who.data.tenantId.toLowerCase(),
    user: who.data.user.name,
    ...placeOf(bare(activeDirectory), bare(resourceManager)),
    graph: bare(microsoftGraphResourceId),
  })
}

/** A request to Microsoft Graph. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** After `/v1.0`. */
  readonly path: string
  /** `$filter` of a query, not encoded. */
  readonly filter?: string
  readonly body: unknown
}

/** The arguments with which azure-cli sends it, with its own sign-in. */
export function restArguments(graph: string, { method, path, filter, body }: GraphRequest): string[] {
  const address = ['rest', '--method', method.toLowerCase(), '--url', `${graph}/v1.0${path}`]
  // azure-cli encodes the filter: the command interpreter of Windows would read our percent signs as variables.
  const filtered = filter === undefined ? address : [...address, '--url-parameters', `$filter=${filter}`]
  return method === 'GET' ? filtered : [...filtered, '--body', JSON.stringify(body)]
}

/** Reads one list of Microsoft Graph. */
async function readList<T>(
  az: Az,
  graph: string,
  question: { readonly path: string; readonly filter?: string },
  read: (answer: unknown) => T[] | null,
): Promise<Result<T[], AzFailure>> {
  const answer = await az(restArguments(graph, { method: 'GET', ...question, body: null }))
  if (!answer.ok) return answer
  const values = read(answer.value)
  return values === null ? fail(unreadable) : ok(values)
}

const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** The service principals of an application. */
export const principalsWith = (appId: string) => ({
  path: '/servicePrincipals',
  filter: `appId eq ${literal(appId)}`,
})

/** How a registration is found: by its client id, otherwise by setup's mark, or by its name without a mark. */
export type Lookup =
  | { readonly by: 'appId'; readonly value: string }
  | { readonly by: 'mark'; readonly value: string; readonly displayName: string }

export type ReadFailure =
  AzFailure | { readonly code: 'several-with-name'; readonly detail: string; readonly status: null }

async function application(az: Az, graph: string, lookup: Lookup): Promise<Result<Application | null, ReadFailure>> {
  const list = (filter: string) => readList(az, graph, { path: '/applications', filter }, readApplications)
  const byId = lookup.by === 'appId'
  const marked = await list(byId ? `appId eq ${literal(lookup.value)}` : `tags/any(t:t eq ${literal(lookup.value)})`)
  if (!marked.ok) return marked
  let all = marked.value
  if (!byId && all.length === 0) {
    const named = await list(`displayName eq ${literal(lookup.displayName)}`)
    if (!named.ok) return named
    all = named.value.filter((each) => !isMarkedOtherwise(each, lookup.value))
  }
  const [one, second] = all
  if (second === undefined) return ok(one ?? null)
  return fail({ code: 'several-with-name', detail: byId ? lookup.value : lookup.displayName, status: null })
}

async function principal(
  az: Az,
  graph: string,
  appId: string | undefined,
): Promise<Result<Principal | null, AzFailure>> {
  if (appId === undefined) return ok(null)
  const found = await readList(az, graph, principalsWith(appId), readPrincipals)
  return found.ok ? ok(found.value[0] ?? null) : found
}

/** Reads everything that the directory contains of a deployment; changes nothing. */
export async function readRegistrations(
  az: Az,
  graph: string,
  lookups: { readonly api: Lookup; readonly page: Lookup },
): Promise<Result<Registrations, ReadFailure>> {
  const api = await application(az, graph, lookups.api)
  if (!api.ok) return api
  const page = await application(az, graph, lookups.page)
  if (!page.ok) return page
  const apiPrincipal = await principal(az, graph, api.value?.appId)
  if (!apiPrincipal.ok) return apiPrincipal
  const pagePrincipal = await principal(az, graph, page.value?.appId)
  if (!pagePrincipal.ok) return pagePrincipal
  const armPrincipal = await principal(az, graph, serviceManagementAppId)
  if (!armPrincipal.ok) return armPrincipal
  const id = apiPrincipal.value?.id
  const grants =
    id === undefined
      ? ok([])
      : await readList(az, graph, { path: '/oauth2PermissionGrants', filter: `clientId eq ${literal(id)}` }, readGrants)
  if (!grants.ok) return grants
  const path = `/applications/${api.value?.id ?? ''}/federatedIdentityCredentials`
  const federated = api.value === null ? ok([]) : await readList(az, graph, { path }, readFederated)
  if (!federated.ok) return federated
  return ok({
    api: api.value,
    page: page.value,
    apiPrincipal: apiPrincipal.value,
    pagePrincipal: pagePrincipal.value,
    armPrincipal: armPrincipal.value,
    grants: grants.value,
    federated: federated.value,
  })
}
