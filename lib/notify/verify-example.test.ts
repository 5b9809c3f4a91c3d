import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { signatureHeaders } from './signature'

const program = fileURLToPath(new URL('../../docs/verify-webhook.mjs', import.meta.url))
const key = Buffer.alloc(32, 5)
const body = '{"type":"sealwatch.finished"}'

function verify(headers: Record<string, string>, received = body, secret = key): number | null {
  const input = JSON.stringify({ headers, body: received })
  return spawnSync(process.execPath, [program, `whsec_${secret.toString('base64')}`], { input }).status
}

it('the documented check accepts our signature, and refuses a post that was changed, is old or was signed with another key', () => {
  const signed = signatureHeaders('notice_1', Date.now(), body, key)
  expect(verify(signed)).toBe(0)
  expect(verify(signed, `${body} `)).toBe(1)
  expect(verify({ ...signed, 'webhook-id': 'notice_2' })).toBe(1)
  expect(verify(signed, body, Buffer.alloc(32, 6))).toBe(1)
  expect(verify(signatureHeaders('notice_1', Date.now() - 600_000, body, key))).toBe(1)
  expect(verify({ ...signed, 'webhook-signature': '' })).toBe(1)
})
