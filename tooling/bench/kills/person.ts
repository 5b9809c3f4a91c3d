import { vmHistorySchema } from '@/lib/contract/history'
import { noticeListSchema } from '@/lib/contract/notices'
import { watchChangedSchema, type Watch } from '@/lib/contract/watches'
import type { Promises } from './promises'

export interface Visit {
  readonly address: string
  readonly token: string
  readonly promises: Promises
  /** ARM ids of VMs to read, and of those to follow. */
  readonly observationsAt: readonly string[]
  readonly follows: readonly string[]
  /** Name of the webhook for notices of followed VMs. */
  readonly webhook: string
  readonly onAnswer: () => void
  readonly signal: AbortSignal
}

type Target = Extract<Watch['target'], { kind: 'vm' }>['vm']

function targetOf(id: string): Target {
  const [, , subscriptionId = '', , resourceGroup = '', , , , name = ''] = id.split('/')
  return { subscriptionId, resourceGroup, name }
}

/** Sends one request; null if the server died before the whole answer, or answered an error. */
async function ask({ address, token, onAnswer }: Visit, path: string, body?: unknown): Promise<unknown> {
  try {
    const answer = await fetch(`${address}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) }),
    })
    if (!answer.ok) return null
    const json: unknown = await answer.json()
    onAnswer()
    return json
  } catch {
    return null
  }
}

async function observeReading(visit: Visit, id: string): Promise<string | null> {
  const { subscriptionId, resourceGroup, name } = targetOf(id)
  const answer = await ask(visit, `vms/${subscriptionId}/${resourceGroup}/${name}/history`)
  if (answer === null) return null
  const { observations, kept } = vmHistorySchema.parse(answer)
  if (kept) visit.promises.observation(id.toLowerCase(), observations)
  return observations.at(-1)?.facts.state ?? null
}

async function follow(visit: Visit, id: string): Promise<void> {
  const { promises, webhook } = visit
  const body = {
    target: { kind: 'vm', vm: targetOf(id) },
    kinds: ['needs-person', 'finished', 'failed', 'stuck'],
    channels: [webhook],
    language: 'en',
  }
  const answer = await ask(visit, 'watches', body)
  const watch = answer === null ? null : watchChangedSchema.parse(answer).id
  if (watch === null) return
  promises.watches.set(watch, id.toLowerCase())
  if ((await observeReading(visit, id)) === 'encrypting') promises.atWork.add(id.toLowerCase())
}

/** Reads the history, and records that the server acknowledged it. */
export async function readNotices(visit: Visit): Promise<void> {
  const answer = await ask(visit, 'notices?after=0')
  if (answer !== null) for (const delivered of noticeListSchema.parse(answer).notices) visit.promises.notice(delivered)
}

/** A simulated user who follows one VM after the other, reads others and their history, until the server is killed. */
export async function stay(visit: Visit): Promise<void> {
  const isOver = (): boolean => visit.signal.aborted
  const looking = async (): Promise<void> => {
    for (let turn = 0; !isOver(); turn += 1) {
      await observeReading(visit, visit.observationsAt[Math.floor(Math.random() * visit.observationsAt.length)] ?? '')
      if (turn % 4 === 3) await readNotices(visit)
    }
  }
  const following = async (): Promise<void> => {
    for (const id of visit.follows) if (!isOver()) await follow(visit, id)
  }
  await Promise.all([looking(), looking(), following()])
}
