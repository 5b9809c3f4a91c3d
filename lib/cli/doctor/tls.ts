import { request } from 'node:https'
import { TLSSocket, type ConnectionOptions, type SecureContext } from 'node:tls'
import type { CertificateSeen, ConnectionFailure, Evidence } from '@/lib/setup/doctor/evidence'
import { connectionTo, failureTo } from './probe'

export interface Place {
  readonly hostname: string
  readonly port: number
}

type Handshake =
  | { readonly kind: 'done'; readonly certificate: CertificateSeen }
  | { readonly kind: 'failed'; readonly why: ConnectionFailure; readonly code: string }

function certificateOf(socket: TLSSocket): CertificateSeen {
  const { valid_from, valid_to, subjectaltname } = socket.getPeerCertificate()
  const { authorizationError } = socket
  // Node's type says Error; the value is the code, as text.
  const problem = socket.authorized ? null : String(authorizationError)
  return {
    problem,
    validFrom: Date.parse(valid_from),
    validTo: Date.parse(valid_to),
    names: (subjectaltname ?? '').split(', ').flatMap((name) => name.split(':').slice(1).join(':') || []),
  }
}

function handshake({ hostname, port }: Place, timeoutMs: number, options: ConnectionOptions): Promise<Handshake> {
  return new Promise((resolve) => {
    const url = `https://${hostname}:${port}`
    const signal = AbortSignal.timeout(timeoutMs)
    // Only the connection is used: a request that is not ended sends nothing.
    const sending = request(url, { agent: connectionTo(url), signal, rejectUnauthorized: false, ...options })
    sending.once('socket', (socket) =>
      socket.once('secureConnect', () => {
        if (socket instanceof TLSSocket) resolve({ kind: 'done', certificate: certificateOf(socket) })
        sending.destroy()
      }),
    )
    sending.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: 'failed', why: failureTo(url, error), code: error.code ?? '' }),
    )
  })
}

/** The certificate of the address, judged as a browser would: by the machine's trust and by the name. */
export async function inspect(
  place: Place,
  timeoutMs: number,
  trust?: SecureContext,
): Promise<{ readonly failure: ConnectionFailure | null; readonly certificate: CertificateSeen | null }> {
  const shaken = await handshake(place, timeoutMs, trust === undefined ? {} : { secureContext: trust })
  if (shaken.kind === 'failed') return { failure: shaken.why, certificate: null }
  return { failure: null, certificate: shaken.certificate }
}

/**
 * Whether the server still accepts TLS 1.0 or 1.1 (https://www.rfc-editor.org/rfc/rfc8996). Our own library has to be
 * configured to try; where it refuses, the answer is unknown.
 */
export async function tryOldTls(place: Place, timeoutMs: number): Promise<Evidence['oldTls']> {
  const old: ConnectionOptions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }
  const shaken = await handshake(place, timeoutMs, old)
  if (shaken.kind === 'done') return 'accepted'
  const refusals = ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'ECONNRESET', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE']
  return refusals.includes(shaken.code) ? 'refused' : 'unknown'
}
