import { z } from 'zod'
import type { ReceivedWebhook } from '@/e2e/simulator/control/shapes'
import type { NoticeKind } from '@/lib/contract/watches'

interface Post {
  readonly id: string
  readonly webhook: string
  readonly vm: string
  readonly kind: string
  readonly body: string
}

const bodySchema = z.object({ data: z.object({ kind: z.string(), vm: z.object({ name: z.string() }) }) })

function postOf({ name, headers, body }: ReceivedWebhook): Post {
  const { data } = bodySchema.parse(JSON.parse(body))
  return { id: headers['webhook-id'] ?? '', webhook: name, vm: data.vm.name, kind: data.kind, body }
}

/** The expected notices of a webhook: for each VM, by name, the kind that ends its run. */
export type Expected = ReadonlyMap<string, NoticeKind>

export interface Judged {
  /** All errors, as text. */
  readonly wrong: readonly string[]
  readonly delivered: number
  /** Posts that a receiver got again with the same id. */
  readonly repeated: number
}

/**
 * Checks the posts that one webhook received against **at least once**: every expected notice arrived, no notice of a VM
 * arrived with two ids, and repeated posts have the same id and body, at most one for each
 * killed collector, since each has one post in flight.
 */
export function judgePosts(
  received: readonly ReceivedWebhook[],
  webhook: string,
  { expected, kills }: { readonly expected: Expected; readonly kills: number },
): Judged {
  const posts = received.map(postOf).filter((post) => post.webhook === webhook)
  const wrong: string[] = []
  const bodies = new Map<string, Set<string>>()
  const ids = new Map<string, Set<string>>()
  for (const { id, vm, kind, body } of posts) {
    bodies.set(id, (bodies.get(id) ?? new Set()).add(body))
    const news = `${vm} ${kind}`
    ids.set(news, (ids.get(news) ?? new Set()).add(id))
  }
  for (const [id, each] of bodies) if (each.size > 1) wrong.push(`${webhook}: ${id} came with ${each.size} bodies`)
  for (const [news, each] of ids) if (each.size > 1) wrong.push(`${webhook}: ${news} posted as ${each.size} notices`)
  for (const [vm, kind] of expected) if (!ids.has(`${vm} ${kind}`)) wrong.push(`${webhook}: ${vm} ${kind} never posted`)
  const repeated = posts.length - bodies.size
  if (repeated > kills) wrong.push(`${webhook}: ${repeated} posts again after ${kills} kills`)
  return { wrong, delivered: bodies.size, repeated }
}
