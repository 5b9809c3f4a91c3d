import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mayUseWebhook, type WebhookConfig, type WebhookTarget } from '@/lib/config/webhook-config'
import type { Notice } from '@/lib/contract/watches'
import { pauseAfter } from '@/lib/notify/backoff'
import { notify } from '@/lib/notify/notify'
import type { PostOutcome, PostRules } from '@/lib/notify/post'
import { releaseLease, takeLease } from '@/lib/store/leases'
import type { Store } from '@/lib/store/store'
import {
  claimDeliveries,
  dueChannels,
  finishDelivery,
  isAlreadyDelivered,
  type ClaimedDelivery,
  type DeliveryOutcome,
} from '@/lib/store/watches/outbox'
import { count } from '@/lib/telemetry/measure'
import { parseVmId } from '../vm-name'
import { operatorId } from './operator-watches'

const hour = 3_600_000
/** A post ends this long before its claim expires, so that no other process posts the same meanwhile. */
const leaseMargin = 2000
/** Notices older than this are not sent. */
const oldest = 24 * hour
/** Two processes may observe the same event this far apart. */
const sameMilliseconds = 120_000
/** Posts to one webhook in one turn; then others get theirs. */
const burst = 20

/** The outcome of one try. Names and codes only. */
export interface Delivered {
  readonly webhook: string
  readonly outcome: DeliveryOutcome['state']
  readonly code: string | null
  readonly attempts: number
}

export interface Sender {
  readonly store: Store
  readonly config: WebhookConfig
  readonly rules: PostRules
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly say: (delivered: Delivered) => void
}

type Ready = ClaimedDelivery & { readonly notice: Notice }

/** Why a delivery must not be sent at all; null where it may. */
function refusal({ config, now }: Sender, delivery: ClaimedDelivery, target: WebhookTarget | undefined) {
  const failed = (code: string): DeliveryOutcome => ({ state: 'failed', code })
  const { follower, mutedUntil, provedAt, createdAt } = delivery
  if (target === undefined) return failed('no-such-webhook')
  if (mutedUntil !== null && mutedUntil > now()) return { state: 'dropped', code: 'muted' } as const
  if (now() - createdAt > oldest) return failed('too-old')
  if (follower.personId === operatorId) return null
  const { tenantId, personId: objectId } = follower
  if (!mayUseWebhook(target, { tenantId, objectId })) return failed('not-allowed')
  // The user is not signed in now, so their rights cannot be checked: a recent proof is required.
  const isProved = provedAt !== null && now() - provedAt <= config.proofHours * hour
  return isProved ? null : failed('right-not-seen')
}

/** The same for every try, every watch and every process, so that a receiver can recognise duplicates. */
function publicId({ vmId, notice, follower }: Ready): string {
  const parts = [follower.cloud, follower.tenantId, vmId.toLowerCase(), notice.kind, notice.state, notice.at]
  return `notice_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)}`
}

function outcomeOf(posted: PostOutcome, attempts: number, now: number): DeliveryOutcome {
  if (posted.kind === 'sent') return { state: 'sent' }
  const { code } = posted
  if (posted.kind === 'refused') return { state: 'failed', code }
  const pause = pauseAfter(attempts, posted.retryAfterMs, Math.random())
  return pause === null ? { state: 'failed', code } : { state: 'waiting', code, dueAt: now + pause }
}

async function send(
  sender: Sender,
  delivery: Ready,
  target: WebhookTarget,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const { config, rules, now } = sender
  const vm = parseVmId(delivery.vmId)
  if (vm === null) return { state: 'failed', code: 'unreadable' }
  const language = delivery.language === 'ja' ? 'ja' : 'en'
  const { notice } = delivery
  const { cloud, tenantId } = delivery.follower
  const news = { id: publicId(delivery), cloud, tenantId, vm, notice, language, address: config.address } as const
  const posted = await notify(target, news, { now: now(), signal, rules })
  return outcomeOf(posted, delivery.attempts, now())
}

async function decide(sender: Sender, delivery: ClaimedDelivery, signal: AbortSignal): Promise<DeliveryOutcome> {
  const target = sender.config.targets.find(({ name }) => name === delivery.channel)
  const refused = refusal(sender, delivery, target)
  if (refused !== null) return refused
  const { notice } = delivery
  if (notice === null || target === undefined) return { state: 'failed', code: 'unreadable' }
  const delivered = await isAlreadyDelivered(sender.store, { ...delivery, notice }, sameMilliseconds)
  if (delivered.ok && delivered.value) return { state: 'dropped', code: 'already-delivered' }
  return send(sender, { ...delivery, notice }, target, signal)
}

const leaseOf = ({ rules }: Sender): number => rules.timeoutMs + leaseMargin

/** Delivers one notification that is due. @returns whether there was one */
async function deliverOne(sender: Sender, channel: string, signal: AbortSignal): Promise<boolean> {
  const { store, now, say } = sender
  const holder = randomUUID()
  const leaseMilliseconds = leaseOf(sender)
  const claimed = await claimDeliveries(store, { holder, limit: 1, leaseMilliseconds, channel }, now())
  const delivery = claimed.ok ? claimed.value[0] : undefined
  if (delivery === undefined) return false
  const decided = await decide(sender, delivery, signal)
  // A process that shuts down in the middle releases the delivery at once.
  const outcome = signal.aborted && decided.state === 'waiting' ? { ...decided, dueAt: now() } : decided
  await finishDelivery(store, { id: delivery.id, holder }, outcome)
  const code = outcome.state === 'sent' ? null : outcome.code
  count('sealwatch.webhook.deliveries', 1, { webhook: channel, outcome: outcome.state })
  say({ webhook: channel, outcome: outcome.state, code, attempts: delivery.attempts })
  return true
}

/**
 * One process at a time sends to a webhook, one notice after the other: receivers limit posts, and the order is kept.
 */
async function deliverTo(sender: Sender, channel: string, signal: AbortSignal): Promise<void> {
  const { store, now } = sender
  const lease = { name: `send|${channel}`, holder: randomUUID(), milliseconds: leaseOf(sender) }
  try {
    for (let sent = 0; sent < burst && !signal.aborted; sent += 1) {
      const taken = await takeLease(store, lease, now())
      if (!taken.ok || !taken.value || !(await deliverOne(sender, channel, signal))) return
    }
  } finally {
    await releaseLease(store, lease.name, lease.holder)
  }
}

/**
 * Sends what is due. Each notice is sent at least once: a notice that was posted and not recorded, because the process
 * died between the two, is posted again under the same id.
 */
export async function deliverDue(sender: Sender, signal: AbortSignal): Promise<void> {
  const due = await dueChannels(sender.store, sender.now())
  if (due.ok) await Promise.all(due.value.map((channel) => deliverTo(sender, channel, signal)))
}
