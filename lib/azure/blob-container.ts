import 'server-only'
import { request as httpsRequest } from 'node:https'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { outgoingAgents } from '@/lib/config/outgoing-proxy'
import type { TokenSource } from '@/lib/shared/token-source'

/**
 * Scope of tokens for Azure Storage, the same in every cloud
 * (https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/storage/storage-blob/src/models.ts).
 */
export const storageScope = 'https://storage.azure.com/.default'

/**
 * A version that every cloud offers; sign-in by Entra needs 2017-11-09 or later
 * (https://learn.microsoft.com/rest/api/storageservices/versioning-for-the-azure-storage-services).
 */
const storageVersion = '2021-12-02'
const timeoutMilliseconds = 120_000
const mostAnswerBytes = 8 * 1024 * 1024
/** Pages of 5,000 names: more than these are left alone. */
const mostPages = 20

const agentFor = outgoingAgents({ keepAlive: false, maxSockets: 4 })

/** Why the storage refused: the code of its answer, such as `ContainerNotFound`, or `http-` and the status. */
export class StorageRefused extends Error {
  constructor(readonly code: string) {
    super(code)
    this.name = 'StorageRefused'
  }
}

/** A container of Azure Blob Storage. Each call throws `StorageRefused`, or the error of the connection. */
export interface BlobContainer {
  /** Writes one blob whole or not at all. */
  readonly put: (name: string, contentType: string, content: Buffer, signal: AbortSignal) => Promise<void>
  /** Names of the blobs that begin with a prefix, in order. */
  readonly list: (prefix: string, signal: AbortSignal) => Promise<string[]>
  readonly remove: (name: string, signal: AbortSignal) => Promise<void>
}

interface Sent {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly address: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: Buffer
}
interface Answer {
  readonly status: number
  readonly code: string | null
  readonly text: string
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of message) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    bytes += chunk.length
    if (bytes > mostAnswerBytes) throw new StorageRefused('answer-too-large')
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The code of a refusal; letters only, because it is logged. */
function codeOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  if (statusCode >= 200 && statusCode < 300) return null
  const code = headers['x-ms-error-code']
  return typeof code === 'string' && /^[A-Za-z]{1,64}$/.test(code) ? code : `http-${statusCode}`
}

/** Sends one request. No redirect is followed: the token is for this host. */
function send({ method, address, headers, body }: Sent, token: string, signal: AbortSignal): Promise<Answer> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)])
  const common = {
    authorization: `Bearer ${token}`,
    'x-ms-version': storageVersion,
    'x-ms-date': new Date().toUTCString(),
    'content-length': body?.length ?? 0,
    ...headers,
  }
  return new Promise((resolve, reject) => {
    const sent = httpsRequest(
      address,
      { method, agent: agentFor(address), signal: within, headers: common },
      (message) => {
        const { statusCode: status = 0 } = message
        textOf(message).then((text) => resolve({ status, code: codeOf(message), text }), reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Names in a list of blobs. Ours have no character that XML escapes, so others are of no use to the caller. */
const namesIn = (xml: string): string[] => [...xml.matchAll(/<Name>([^<&]+)<\/Name>/g)].map(([, name]) => name ?? '')
const nextMarkerIn = (xml: string): string =>
  (/<NextMarker>([^<]{1,4096})<\/NextMarker>/.exec(xml)?.[1] ?? '').replaceAll('&amp;', '&')

/**
 * A container, with the rights of one identity.
 * @param address https address of the container, which the configuration has checked
 * @param tokens tokens for `storageScope`
 */
export function blobContainer(address: string, tokens: TokenSource): BlobContainer {
  const call = async (sent: Sent, signal: AbortSignal): Promise<Answer> => {
    const token = await tokens.get(signal)
    if (!token.ok) throw new StorageRefused(token.failure.code)
    const answer = await send(sent, token.value.token, signal)
    if (answer.status === 401) tokens.drop()
    if (answer.code !== null) throw new StorageRefused(answer.code)
    return answer
  }
  const blob = (name: string): string => `${address}/${encodeURIComponent(name)}`
  return {
    put: async (name, contentType, content, signal) => {
      const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': contentType }
      await call({ method: 'PUT', address: blob(name), headers, body: content }, signal)
    },
    list: async (prefix, signal) => {
      const names: string[] = []
      let marker = ''
      for (let page = 0; page < mostPages; page += 1) {
        const query = new URLSearchParams({ restype: 'container', comp: 'list', prefix, ...(marker && { marker }) })
        const { text } = await call({ method: 'GET', address: `${address}?${query}` }, signal)
        names.push(...namesIn(text))
        marker = nextMarkerIn(text)
        if (marker === '') break
      }
      return names
    },
    remove: async (name, signal) => {
      await call({ method: 'DELETE', address: blob(name), headers: { 'x-ms-delete-snapshots': 'include' } }, signal)
    },
  }
}
