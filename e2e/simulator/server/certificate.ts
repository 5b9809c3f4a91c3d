import { randomUUID, X509Certificate } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { makeFolder } from './make-folder'

export interface Certificate {
  readonly certificate: string
  readonly privateKey: string
  /** File for NODE_EXTRA_CA_CERTS or REQUESTS_CA_BUNDLE. */
  readonly caFile: string
}

const validForDays = 3650
const day = 86_400_000

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return null
  }
}

/** Writes a file atomically, so that a reader never sees a partial file. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
  await rename(draft, file)
}

async function make(now: number): Promise<{ certificate: string; privateKey: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + validForDays * day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  // Ends with a line end, so that a file that is appended to it begins on a line of its own.
  return { certificate: `${made.cert.trimEnd()}\n`, privateKey: made.private }
}

/**
 * The certificate of the https listener, from the data folder, created at the first start or if the old one is valid for
 * a day or less. It stays the same across restarts: Node reads NODE_EXTRA_CA_CERTS once, when a process starts.
 */
export async function prepareCertificate(dataDir: string, now: number): Promise<Certificate> {
  await makeFolder(dataDir)
  const caFile = join(dataDir, 'ca.pem')
  const keyFile = join(dataDir, 'tls-key.pem')
  const [certificate, privateKey] = await Promise.all([readIfThere(caFile), readIfThere(keyFile)])
  if (certificate !== null && privateKey !== null) {
    const expires = Date.parse(new X509Certificate(certificate).validTo)
    if (expires - now > day) return { certificate, privateKey, caFile }
  }
  const made = await make(now)
  await writeWhole(keyFile, made.privateKey)
  await writeWhole(caFile, made.certificate)
  return { ...made, caFile }
}
