import type { SimResponse } from '../model/http'

/** A refusal of Azure Storage: XML, with its code in a header as well. */
export function storageError(status: number, code: string, message: string): SimResponse {
  const text = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code }, text }
}
