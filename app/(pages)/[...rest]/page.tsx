import { notFound } from 'next/navigation'

/** Every address without a page. The built-in page is made at build time and cannot carry the content policy's nonce. */
export default function UnknownAddress(): never {
  notFound()
}
