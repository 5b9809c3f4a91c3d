import 'server-only'
import { request as httpsRequest } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip, gunzipSync } from 'node:zlib'
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline'
import { outgoingAgents } from '@/lib/config/outgoing-proxy'

/** A page of 1,000 Resource Graph rows is about 1 MB; a VM a few kB. Counted after decompression. */
export const maxBodyBytes = 32 * 1024 * 1024

export class BodyTooLarge extends Error {
  constructor() {
    super('ARM answered with too large a body')
    this.name = 'BodyTooLarge'
  }
}

const gunzipAside = promisify(gunzip)
const smallBytes = 16 * 1024

const agentFor = outgoingAgents({ keepAlive: true, maxSockets: 256, maxFreeSockets: 64 })

/** Reads the bytes of a body. Fails where the connection ends before the body does. */
function receive(message: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    message.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      chunks.push(chunk)
      if (bytes > limit) message.destroy(new BodyTooLarge())
    })
    message.on('end', () => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)))
    message.on('error', reject)
    message.on('close', () => reject(new Error('the connection ended inside a body')))
  })
}

/** Decompresses off the main thread, except small bodies: handing those over would cost more than the work. */
async function unpack(packed: Buffer, limit: number): Promise<Buffer> {
  try {
    return await (packed.length > smallBytes
      ? gunzipAside(packed, { maxOutputLength: limit })
      : gunzipSync(packed, { maxOutputLength: limit }))
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw tooLarge ? new BodyTooLarge() : error
  }
}

async function readBody(message: IncomingMessage, limit: number): Promise<string> {
  const bytes = await receive(message, limit)
  return (message.headers['content-encoding'] === 'gzip' ? await unpack(bytes, limit) : bytes).toString('utf8')
}

function headersOf(message: IncomingMessage): PipelineResponse['headers'] {
  const headers = createHttpHeaders()
  for (const [name, value] of Object.entries(message.headers)) {
    const text = Array.isArray(value) ? value.join(', ') : value
    if (text !== undefined) headers.set(name, text)
  }
  return headers
}

function open(request: PipelineRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = httpsRequest(
      request.url,
      {
        method: request.method,
        headers: { ...request.headers.toJSON({ preserveCase: true }), 'accept-encoding': 'gzip' },
        agent: agentFor(request.url),
        ...(request.abortSignal instanceof AbortSignal ? { signal: request.abortSignal } : {}),
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end(typeof request.body === 'string' ? request.body : undefined)
  })
}

/**
 * Sends requests to ARM. The SDK's own client is not used because it waits for ever when a connection breaks inside a
 * compressed body, and because it reads a body of any size.
 */
export function createTransport(limit = maxBodyBytes): HttpClient {
  return {
    sendRequest: async (request) => {
      const message = await open(request)
      const bodyAsText = await readBody(message, limit)
      return { request, status: message.statusCode ?? 0, headers: headersOf(message), bodyAsText }
    },
  }
}
