import type { TenantClient } from '../simulator/control/client'
import { troubleVm, type TroubleStory } from '../simulator/names'
import { azureCli, azureCliInstalled } from '../simulator/server/testing/azure-cli'
import { type TestSimulator, startTestSimulator } from '../simulator/server/testing/harness'
import { send } from '../simulator/server/testing/send'
import { openArmSession, type ArmSession } from '@/lib/azure/session'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import { commandText } from '@/lib/diagnosis/commands/build'
import { steps } from '@/lib/diagnosis/steps'
import type { StepKind } from '@/lib/diagnosis/steps/kinds'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { ok } from '@/lib/shared/result'
import { courseOf } from '@/lib/usecases/course/read-course'
import { unknown, valueOrNull } from '@/lib/shared/known'
import { judgeWithAudit } from '@/lib/usecases/audit/judge-with-audit'
import { lookAt as lookOf } from '@/lib/usecases/history/observer'
import { readLive } from '@/lib/usecases/read-live'
import { loadSurroundings } from '@/lib/usecases/surroundings/load-surroundings'
import { troubleshootAnswer } from '@/lib/usecases/troubleshoot/answer'
import { stories } from './expected'
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

/** Looks at the VM of a story, and at what stands around it, as the product does. */
type Look = (story: TroubleStory) => Promise<Troubleshoot>

/** The product's way to ARM, with trust in the simulator's certificate only. */
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

/** Opens looks at a tenant of the world `troubleshooting`, in the rights of one person. */
async function lookAt(simulator: TestSimulator, tenant: TenantClient, person: string): Promise<Look> {
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
      const surroundings = await loadSurroundings(session, vm, facts, {
        hosts: { kind: 'origin', origin },
        attestation: unknown('not-asked'),
      })
      const armRequests = session.usage.requests
      const now = new Date(session.azureClock.of(Date.now())).toISOString()
      const observing = { cloud: 'public', tenantId: tenant.tenantId, source: 'user' } as const
      const judgement = judgeWithAudit(facts, valueOrNull(surroundings.attestation), now)
      const known = await courseOf(session, { vm, facts, look: lookOf(observing, id, judgement, now) })
      return troubleshootAnswer({
        id,
        text,
        judgement,
        surroundings,
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

/** Nothing changes while the clock stands: one look at each VM is enough. */
function remembered(first: Look): Look {
  const answers = new Map<TroubleStory, Promise<Troubleshoot>>()
  return (story) => {
    const answer = answers.get(story) ?? first(story)
    answers.set(story, answer)
    return answer
  }
}

// What a person sees who comes here for the first time: nobody has looked before.
vi.stubEnv('SEALWATCH_HISTORY', 'off')

let simulator: TestSimulator
let tenant: TenantClient
let look: Look
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'troubleshooting' })
  await tenant.clock({ freeze: true })
  look = remembered(await lookAt(simulator, tenant, 'Chiara Rossi'))
}, 60_000)
afterAll(() => simulator.stop())

describe('from what stands in and around a VM to its remedy', () => {
  it.each(stories)('%s', { timeout: 60_000 }, async (story, problem, cause, support, step) => {
    const { problems } = await look(story)
    const [gravest] = problems
    const [first] = gravest?.causes ?? []
    expect([gravest?.kind, first?.kind, first?.support, first?.steps[0]]).toEqual([problem, cause, support, step])
  })
})

describe('a copy that stands still for thirty hours', () => {
  it('says since when, by whose record, and what not to do', { timeout: 60_000 }, async () => {
    const { course, verdict, problems, steps: shown } = await look('os-copy-30h')
    const hours = ((await tenant.clock()) - Date.parse(course.requested?.at ?? '')) / 3_600_000
    expect(hours).toBeCloseTo(30.13, 1)
    expect(course.requested?.actor.kind).not.toBe('unknown')
    expect(course.documented).toMatchObject({ high: 16 * 3_600_000 })
    const [sign] = course.work?.stuck ?? []
    expect(sign?.rule).toBe('no-disk-traffic')
    expect(verdict.flags.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['possibly-stuck', 'longer-than-documented']),
    )
    // What looks and what saves the evidence; nothing stops the VM, since the copy may go on all the same.
    expect(problems[0]?.causes[0]?.steps).toEqual([
      'show-disk-traffic',
      'save-boot-log',
      'show-snapshots',
      'keep-vm-running',
      'ask-support',
      'build-vm-from-snapshot',
      'read-status-again',
    ])
    const stopping = ['restart', 'stops-vm'] as const
    expect(shown.filter(({ risks }) => stopping.some((risk) => risks.includes(risk)))).toEqual([])
  })

  it('calls no copy stuck that goes on', { timeout: 60_000 }, async () => {
    const { course, verdict } = await look('os-copy')
    expect(course.work?.stuck).toEqual([])
    expect(verdict.flags.map(({ code }) => code)).not.toContain('possibly-stuck')
  })
})

/** The keys and secrets of a vault are not of ARM, and the fake Azure has none. */
const elsewhere: readonly StepKind[] = ['show-key', 'show-secret']

/** An azure-cli whose package is broken says so, and takes the command for a misspelt one. */
const lacksModule = (stderr: string): boolean =>
  stderr.includes('Error loading command module') && stderr.includes('not recognized by the system')

/** The commands of steps that only read, each once, with the names of the first VM that asks for it. */
async function readingCommands(): Promise<ReadonlyMap<StepKind, string>> {
  const commands = new Map<StepKind, string>()
  for (const [story] of stories) {
    for (const { kind, commands: shells } of (await look(story)).steps) {
      const text = commandText(shells.az ?? [])
      const filled = text !== '' && !text.includes('<')
      if (steps[kind].readOnly && filled && !elsewhere.includes(kind) && !commands.has(kind)) commands.set(kind, text)
    }
  }
  return commands
}

describe('the commands that only read', () => {
  it('are taken by the real azure-cli', { timeout: 600_000 }, async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const cli = await azureCli(simulator)
    try {
      await cli.signIn(tenant)
      const commands = await readingCommands()
      expect(commands.size).toBeGreaterThan(12)
      for (const [kind, text] of commands) {
        const { code, stderr } = await cli.shell(text)
        if (lacksModule(stderr)) console.info(`not run: this azure-cli cannot load what ${kind} needs`)
        else expect({ kind, text, code, stderr }).toEqual({ kind, text, code: 0, stderr: '' })
      }
    } finally {
      await cli.remove()
    }
    expect((await tenant.traffic()).unknownRoutes).toEqual({})
  })
})
