/**
 * The code that Node.js gives an error of a connection, such as `ECONNREFUSED`; null for any other error.
 * Source: https://github.com/nodejs/node/blob/v22.12.0/doc/api/errors.md#common-system-errors
 */
export function networkCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : networkCodeOf(error.cause)
}

/**
 * OpenSSL's reasons not to trust a certificate, as Node.js names them.
 * Source: https://github.com/nodejs/node/blob/v22.12.0/doc/api/tls.md#x509-certificate-error-codes
 */
const untrusted: ReadonlySet<string | null> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** Whether a code says that the certificate of a connection is not trusted. */
export const isUntrusted = (code: string | null): boolean => untrusted.has(code)
