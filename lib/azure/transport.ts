import 'server-only'
import { Agent, request as httpsRequest } from 'node:https'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline as pipeStreams } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline'

/** A page of 1,000 Resource Graph rows is about 1 MB; a VM a few kB. Counted after decompression. */
export const maxBodyBytes = 32 * 1024 * 1024

export class BodyTooLarge extends Error {
  constructor() {
    super('ARM answered with too large a body')
    this.name = 'BodyTooLarge'
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 64 })

async function readBody(message: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > limit) throw new BodyTooLarge()
      chunks.push(chunk)
    }
  }
  const source: Readable = message
  try {
    if (message.headers['content-encoding'] === 'gzip') await pipeStreams(source, createGunzip(), collect)
    else await pipeStreams(source, collect)
  } catch (error) {
    // Stopping the streams can fail by itself and hide why they were stopped.
    throw bytes > limit ? new BodyTooLarge() : error
  }
  return Buffer.concat(chunks).toString('utf8')
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
        agent,
        ...(request.abortSignal instanceof AbortSignal ? { signal: request.abortSignal } : {}),
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end(typeof request.body === 'string' ? request.body : undefined)
  })
}

/**
 * Sends requests to ARM. The SDK's own client is not used because a connection that breaks inside a compressed body
 * leaves it waiting for ever, and because it reads a body of any size.
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
