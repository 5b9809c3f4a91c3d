import { notFound } from 'next/navigation'

/**
 * Every address without a page. The framework's 404 page is built ahead and cannot contain the nonce of the
 * Content-Security-Policy.
 */
export default function UnknownAddress(): never {
  notFound()
}
