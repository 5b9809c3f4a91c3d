import 'server-only'
import type { WebhookTarget } from '@/lib/config/webhook-config'
import { bodyFor } from './bodies'
import type { News } from './news'
import { postJson, type PostOutcome, type PostRules } from './post'
import { signatureHeaders } from './signature'

/**
 * Sends one notice to one receiver, once.
 * @param now epoch milliseconds
 */
export function notify(
  target: WebhookTarget,
  news: News,
  context: { readonly now: number; readonly signal: AbortSignal; readonly rules: PostRules },
): Promise<PostOutcome> {
  const body = bodyFor(target.kind, news)
  const headers = target.secret === null ? {} : signatureHeaders(news.id, context.now, body, target.secret)
  return postJson({ url: target.url, headers, body, signal: context.signal }, context.rules)
}
