import 'server-only'
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fail, ok, type Result } from '@/lib/shared/result'

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

/**
 * Reads a PEM file with a certificate, its chain if any, and the private key. The failure has no detail on purpose: the
 * text of a parse error can contain the key.
 */
export function readCertificate(path: string): Result<ClientCertificate, 'unusable-certificate'> {
  try {
    const pem = readFileSync(path, 'utf8')
    const [leaf, ...chain] = pem.match(certificatePattern) ?? []
    const keyText = keyPattern.exec(pem)?.[0]
    if (leaf === undefined || keyText === undefined) return fail('unusable-certificate')
    const certificate = new X509Certificate(leaf)
    const key = createPrivateKey(keyText)
    if (!certificate.checkPrivateKey(key)) return fail('unusable-certificate')
    return ok({
      thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex').toUpperCase(),
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      x5c: [leaf, ...chain].join('\n'),
    })
  } catch {
    return fail('unusable-certificate')
  }
}
