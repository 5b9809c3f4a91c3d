import 'server-only'
import { randomUUID } from 'node:crypto'
import { cloudHosts } from '@/lib/config/clouds'
import type { FromFileWorker, ToFileWorker } from '@/lib/contract/file-worker'
import { fileIdentity } from '../identity'
import { replayTransport } from '../replay'
import { stateOf } from '../state'
import { chunksOf } from './chunks'
import { readInPage } from './read-file'
import { answer } from './routes'

/** The types of a page know another function of this name. */
const send = (message: FromFileWorker, transfer: Transferable[] = []): void => postMessage(message, { transfer })

// Nothing here sends anything. Should anything try nevertheless, it finds no way out.
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'WebTransport'])
  Reflect.set(globalThis, name, undefined)

async function open(file: File): Promise<void> {
  const read = await readInPage(file)
  if (!read.ok) {
    send({ kind: 'refused', code: read.failure })
    return
  }
  const bundle = read.value
  const { cloud, tenantId, armEndpoint, takenAt, who, redacted } = bundle.header
  const { authorityHost, portalHost } = cloudHosts[cloud]
  globalThis.sealwatchLocalDeployment = { cloud, tenantId, armEndpoint, authorityHost }
  globalThis.sealwatchIdentity = fileIdentity({ cloud, tenantId, objectId: randomUUID() })
  globalThis.sealwatchTransport = replayTransport(bundle)
  globalThis.sealwatchMoment = Date.parse(takenAt)
  send({ kind: 'opened', opened: { cloud, portalHost, redacted, state: stateOf(bundle, file.name, who ?? '') } })
}

const running = new Map<number, AbortController>()

async function respond(asked: Extract<ToFileWorker, { kind: 'request' }>): Promise<void> {
  const { id, path, method, contentType, body } = asked
  const stopper = new AbortController()
  running.set(id, stopper)
  const request = new Request(new URL(path, 'https://file.invalid'), {
    method,
    body,
    headers: contentType === null ? {} : { 'content-type': contentType },
    signal: stopper.signal,
  })
  const response = await answer(request)
  send({ kind: 'answer', id, status: response.status })
  try {
    if (response.body !== null)
      for await (const chunk of chunksOf(response.body)) {
        if (stopper.signal.aborted) break
        const bytes = new Uint8Array(chunk)
        send({ kind: 'piece', id, bytes }, [bytes.buffer])
      }
  } finally {
    send({ kind: 'end', id })
    running.delete(id)
  }
}

globalThis.onmessage = ({ data }: MessageEvent<ToFileWorker>) => {
  if (data.kind === 'open') void open(data.file)
  else if (data.kind === 'abort') running.get(data.id)?.abort()
  else void respond(data)
}
