import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { ExchangeRedactor } from '@/lib/setup/azure/redact-exchange'
import type { Bundle } from '@/lib/setup/bundle/read'
import type { BundleWriter } from '@/lib/setup/bundle/write'

const redactedEndpoint = 'https://management.invalid'
const guid = (digits: string): string =>
  [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')

/**
 * Writes a bundle without names, ids, addresses and texts of a customer, as `doctor --record` does. The salt of the
 * hashes is discarded, so that no value can be looked up.
 */
export async function redactBundle({ header, exchanges, manifest }: Bundle, writer: BundleWriter): Promise<void> {
  const salt = randomBytes(32)
  const hash = (text: string): string => createHmac('sha256', salt).update(text).digest('hex')
  const redactor = new ExchangeRedactor(hash)
  for (const each of exchanges) redactor.learn(each)
  const hidden = (id: string): string => guid(hash(id.toLowerCase()))
  await writer.header({
    ...header,
    armEndpoint: redactedEndpoint,
    tenantId: hidden(header.tenantId),
    who: null,
    redacted: true,
    subscriptions: header.subscriptions?.map(hidden) ?? null,
  })
  for (const exchange of exchanges) {
    const { part, method } = exchange
    const { url, requestBody, status, headers, body } = redactor.redact(exchange)
    await writer.exchange(part, { method, url, requestBody, status, headers, body })
  }
  // The exchanges say what could not be read; here only how much and why, without a place.
  const notRead = manifest.notRead.map(({ kind, code, azureCodes }) => ({ scope: '', kind, code, azureCodes }))
  await writer.manifest({ ...manifest, notRead })
}
