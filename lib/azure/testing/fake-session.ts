import { createHttpHeaders, type PipelineRequest } from '@azure/core-rest-pipeline'
import { ok } from '@/lib/shared/result'
import { ApiVersionChoice } from '../api-versions'
import { Scheduler } from '../schedule/scheduler'
import { VmSpacing } from '../schedule/vm-spacing'
import { openArmSession, type ArmSession } from '../session'
import { fakeClock } from './fake-clock'

export interface FakeAnswer {
  readonly status?: number
  readonly json?: unknown
  readonly text?: string
  readonly headers?: Record<string, string>
}

export type Responder = (request: PipelineRequest, count: number) => FakeAnswer | Promise<FakeAnswer>

/** A session with an ARM that a test defines, and a clock that the test advances. Nothing leaves the process. */
export function fakeSession(respond: Responder) {
  const sent: PipelineRequest[] = []
  const clock = fakeClock()
  const tokens = { dropped: 0 }
  const opened = openArmSession(
    { armEndpoint: 'https://arm.test', armScope: 'https://arm.test/.default', azureShare: 1 },
    {
      person: crypto.randomUUID(),
      tokens: {
        get: () => Promise.resolve(ok({ token: `token-${tokens.dropped}`, expiresAt: Date.now() + 3_600_000 })),
        drop: () => {
          tokens.dropped += 1
        },
      },
      signal: new AbortController().signal,
      deadlineMilliseconds: 60_000,
    },
  )
  const scheduler = new Scheduler(clock)
  const session: ArmSession = {
    ...opened,
    apiVersions: new ApiVersionChoice(),
    scheduler,
    spacing: new VmSpacing(),
    waits: () => scheduler.waits(),
    transport: {
      sendRequest: async (request) => {
        sent.push(request)
        const { status = 200, json, text, headers = {} } = await respond(request, sent.length)
        return {
          request,
          status,
          headers: createHttpHeaders({ 'content-type': 'application/json', ...headers }),
          bodyAsText: text ?? JSON.stringify(json ?? {}),
        }
      },
    },
  }
  /** Lets time pass until the promise settles. */
  const settle = async <T>(promise: Promise<T>): Promise<T> => {
    const state = { done: false }
    const watched = promise.finally(() => {
      state.done = true
    })
    for (let step = 0; step < 2000 && !state.done; step += 1) await clock.advance(250)
    return watched
  }
  return { session, sent, clock, tokens, settle }
}
