import type { BlobChange, BlobSummary } from './shapes'

/** What the collector's identity may do in a tenant's containers. */
export type BlobAccess = 'write' | 'read' | 'none'

export interface StoredBlob {
  readonly type: string
  readonly content: Buffer
}

/** The blobs of a tenant's storage account, by container and name. */
export interface BlobState {
  access: BlobAccess
  /** Names in one page of a list; 5,000 in Azure. */
  pageSize: number
  readonly containers: Map<string, Map<string, StoredBlob>>
}

/** An account with one empty container, `reports`. */
export function createBlobState(): BlobState {
  return { access: 'write', pageSize: 5000, containers: new Map([['reports', new Map<string, StoredBlob>()]]) }
}

/** Everything that a tenant's account contains. */
export function storedBlobs({ containers }: BlobState): BlobSummary[] {
  return [...containers].flatMap(([container, blobs]) =>
    [...blobs].map(([name, { type, content }]) => ({ container, name, type, base64: content.toString('base64') })),
  )
}

/** Changes what the account allows; absent fields stay unchanged. */
export function changeBlobs(blobs: BlobState, { access, pageSize }: BlobChange): void {
  blobs.access = access ?? blobs.access
  blobs.pageSize = pageSize ?? blobs.pageSize
}
