import 'server-only'
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { fail, ok, type Result } from '@/lib/shared/result'
import { fileErrorCode } from './own-file'

/** A certificate in the form that MSAL requires. */
export interface ClientCertificate {
  /** SHA-256 of the DER form, upper-case hex. */
  readonly thumbprintSha256: string
  /** Private key, PEM. */
  readonly privateKey: string
  /** Certificates, PEM, leaf first. */
  readonly x5c: string
}

const certificatePattern = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g
const keyPattern = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA |EC )?PRIVATE KEY-----/

/** What is wrong with a file that a variable names, for the sentence of a `ConfigProblem`. */
type WrongFile = string

/**
 * Reads a file that must not be empty, as text.
 * @returns what is wrong with it; the path is named only where it is one: a variable can hold a secret by mistake
 */
export function readNamed(path: string): Result<string, WrongFile> {
  const name = isAbsolute(path) || existsSync(path) ? `${path}, ` : ''
  try {
    const text = readFileSync(path, 'utf8')
    return text.trim() === '' ? fail(`names ${name}a file that is empty`) : ok(text)
  } catch (error) {
    return fail(`names ${name}a file that cannot be read (${fileErrorCode(error) ?? 'EIO'})`)
  }
}

/**
 * Reads a PEM file with a certificate, its chain if any, and the private key. The failure has no detail of the content on
 * purpose: the text of a parse error can contain the key.
 */
export function readCertificate(path: string): Result<ClientCertificate, WrongFile> {
  const read = readNamed(path)
  if (!read.ok) return read
  const wrong = (what: string) => fail(`names ${path}, a file ${what}`)
  try {
    const [leaf, ...chain] = read.value.match(certificatePattern) ?? []
    const keyText = keyPattern.exec(read.value)?.[0]
    if (leaf === undefined) return wrong('without a certificate in PEM (BEGIN CERTIFICATE)')
    if (keyText === undefined) return wrong('without an unencrypted private key in PEM (BEGIN PRIVATE KEY)')
    const certificate = new X509Certificate(leaf)
    const key = createPrivateKey(keyText)
    if (!certificate.checkPrivateKey(key)) return wrong('whose private key is not the one of its certificate')
    return ok({
      thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex').toUpperCase(),
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      x5c: [leaf, ...chain].join('\n'),
    })
  } catch {
    return wrong('whose certificate or private key cannot be read')
  }
}
