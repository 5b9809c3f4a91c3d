import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { openArmSession, type ArmSession } from '@/lib/azure/session'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { unknown, valueOrNull } from '@/lib/shared/known'
import { ok } from '@/lib/shared/result'
import { judgeWithAudit } from '@/lib/usecases/audit/judge-with-audit'
import { workProgressOf } from '@/lib/usecases/work-progress/load-work-progress'
import { observeReading as observationOf } from '@/lib/usecases/history/observer'
import { readLive } from '@/lib/usecases/read-live'
import { loadRelatedResources } from '@/lib/usecases/related-resources/load-related-resources'
import { troubleshootAnswer } from '@/lib/usecases/troubleshoot/answer'
import type { TenantClient } from '../../simulator/control/client'
import { troubleVm, type TroubleStory } from '../../simulator/names'
import type { TestSimulator } from '../../simulator/server/testing/harness'
import { send } from '../../simulator/server/testing/send'

/** Reads the VM of a story and its related resources, as the product does. */
export type ReadPage = (story: TroubleStory) => Promise<Troubleshoot>

/** The product's transport to ARM, which trusts only the simulator's certificate. */
function transportTo({ certificate }: TestSimulator): HttpClient {
  return {
    sendRequest: async (request) => {
      const { status, headers, text } = await send(request.url, {
        method: request.method,
        headers: request.headers.toJSON(),
        ca: certificate.certificate,
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      })
      const plain = Object.entries(headers).map(([name, value]): readonly [string, string] => [name, String(value)])
      return { request, status, headers: createHttpHeaders(Object.fromEntries<string>(plain)), bodyAsText: text }
    },
  }
}

/** Prepares readings in a tenant of the world `troubleshooting`, with one user's permissions. */
export async function observeReading(
  simulator: TestSimulator,
  tenant: TenantClient,
  person: string,
): Promise<ReadPage> {
  const token = await tenant.token({ person, audience: 'arm' })
  const vms = await tenant.vms()
  const origin = simulator.origins.server
  const options = {
    person: `${tenant.tenantId} ${person}`,
    tokens: { get: () => Promise.resolve(ok({ token, expiresAt: Date.now() + 3_600_000 })), drop: () => undefined },
    signal: new AbortController().signal,
    deadlineMilliseconds: 120_000,
  }
  const config = { armEndpoint: origin, armScope: `${origin}/.default`, azureShare: 1 }
  return async (story) => {
    const id = vms.find(({ name }) => name === troubleVm(story))?.id ?? ''
    const [, , subscriptionId = '', , resourceGroup = ''] = id.split('/')
    const vm = { subscriptionId, resourceGroup, name: troubleVm(story) }
    const session: ArmSession = { ...openArmSession(config, options), transport: transportTo(simulator) }
    try {
      const body = await readLive(session, vm)
      if (!body.ok) throw new Error(`${story}: ${body.failure.code}`)
      const { json, text } = body.value
      const facts = readVmFacts(json)
      const related = await loadRelatedResources(session, vm, facts, {
        hosts: { kind: 'origin', origin },
        attestation: unknown('not-asked'),
      })
      const armRequests = session.usage.requests
      const now = new Date(session.azureClock.of(Date.now())).toISOString()
      const observing = { cloud: 'public', tenantId: tenant.tenantId, source: 'user' } as const
      const judgement = judgeWithAudit(facts, valueOrNull(related.attestation), now)
      const known = await workProgressOf(session, {
        vm,
        facts,
        observation: observationOf(observing, id, judgement, now),
      })
      return troubleshootAnswer({
        id,
        text,
        judgement,
        related,
        log: null,
        known,
        readAt: new Date(),
        armRequests,
      })
    } finally {
      session.close()
    }
  }
}

/** Caches readings: the clock is frozen, so one reading of each VM is enough. */
export function remembered(first: ReadPage): ReadPage {
  const answers = new Map<TroubleStory, Promise<Troubleshoot>>()
  return (story) => {
    const answer = answers.get(story) ?? first(story)
    answers.set(story, answer)
    return answer
  }
}
