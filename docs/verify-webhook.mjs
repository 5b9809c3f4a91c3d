// Checks a notice of Sealwatch as the Standard Webhooks say. Copy it into a receiver, or try it from a shell:
//   echo '{"headers":{…},"body":"…"}' | node docs/verify-webhook.mjs whsec_…
import { createHmac, timingSafeEqual } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { argv, stdin } from 'node:process'

const toleranceSeconds = 300

/**
 * @param {Record<string, string>} headers of the request, names in lower case
 * @param {string} body as it came, before any parsing
 * @param {string} secret `whsec_…`
 * @returns {boolean} whether it is ours, whole and new. Answer 2xx and drop it where you had this `webhook-id` before.
 */
export function isOurs(headers, body, secret, now = Date.now()) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return false
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return (headers['webhook-signature'] ?? '').split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

if (argv[2] !== undefined) {
  const { headers, body } = JSON.parse(await text(stdin))
  const ours = isOurs(headers, body, argv[2])
  console.log(ours ? 'ours' : 'not ours')
  process.exitCode = ours ? 0 : 1
}
