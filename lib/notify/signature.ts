import 'server-only'
import { createHmac } from 'node:crypto'

/**
 * Headers that let a receiver verify that a post is from Sealwatch, unchanged and recent: the Standard Webhooks, which
 * have ready verifiers in many languages.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param id of the notice; the same for every try
 * @param now epoch milliseconds of this try
 */
export function signatureHeaders(id: string, now: number, body: string, secret: Buffer): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
