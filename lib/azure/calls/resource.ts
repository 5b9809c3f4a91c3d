import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readPage } from '@/lib/wire/page'
import type { ApiProvider } from '../api-versions'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { getJson, postJson } from './get-json'
import { followable, pageKey } from './paging'

/** What to read: a path below the ARM endpoint, with encoded segments, and its provider and further parameters. */
export interface ResourceRequest {
  readonly path: string
  readonly subscriptionId: string
  readonly provider: ApiProvider
  readonly parameters?: Readonly<Record<string, string>>
}

const timeoutMilliseconds = 15_000
/** More pages than any list of a VM's related resources has. */
const maxPages = 20

function addressOf(session: ArmSession, { path, parameters }: ResourceRequest): string {
  const query = new URLSearchParams(parameters).toString()
  return `${session.armEndpoint}${path}${query === '' ? '' : `?${query}`}`
}

function callOf(request: ResourceRequest) {
  return {
    lane: { kind: 'arm-reads', scope: request.subscriptionId },
    provider: request.provider,
    scope: request.subscriptionId,
    timeoutMilliseconds,
    vmId: null,
    priority: 'screen',
  } as const
}

/** Reads one resource. */
export async function getResource(session: ArmSession, request: ResourceRequest): Promise<Result<unknown, ArmFailure>> {
  const send = getJson(session, addressOf(session, request))
  const body = await perform(session, { ...callOf(request), send })
  return body.ok ? ok(body.value.json) : body
}

/** Reads a list to its last page. A list that breaks off, or does not end, is a failure and never a shorter list. */
export async function listResources(
  session: ArmSession,
  request: ResourceRequest,
): Promise<Result<readonly unknown[], ArmFailure>> {
  const broken = fail<ArmFailure>({ kind: 'unreadable', scope: request.subscriptionId })
  const found: unknown[] = []
  const seen = new Set<string>()
  let url: string | null = addressOf(session, request)
  while (url !== null && seen.size < maxPages) {
    seen.add(pageKey(url))
    const body = await perform(session, { ...callOf(request), send: getJson(session, url) })
    if (!body.ok) return body
    const page = readPage(body.value.json)
    if (page === undefined) return broken
    found.push(...page.value)
    if (page.nextLink === undefined || page.nextLink === '') return ok(found)
    url = followable(page.nextLink, session.armEndpoint, seen)
  }
  return broken
}

/**
 * Requests the address of a VM's boot diagnostics. It is a POST by name only: it reads. Besides Resource Graph's query
 * it is the only POST.
 * Source: https://learn.microsoft.com/rest/api/compute/virtual-machines/retrieve-boot-diagnostics-data
 */
export async function retrieveBootDiagnostics(
  session: ArmSession,
  request: ResourceRequest,
): Promise<Result<unknown, ArmFailure>> {
  const path = `${request.path}/retrieveBootDiagnosticsData`
  const address = addressOf(session, { ...request, path, parameters: { sasUriExpirationTimeInMinutes: '5' } })
  const body = await perform(session, { ...callOf(request), send: postJson(session, address, {}) })
  return body.ok ? ok(body.value.json) : body
}
