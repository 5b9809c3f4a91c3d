import 'server-only'
import type { TransferFailureKind, TransferSide } from '@/lib/shared/transfer-failures'
import { storeFailureOf, type StoreFailureKind } from '../failure'

/** `code`: the database's error code, or what the kind says of it; never a message, which can quote data. */
export interface TransferFailure {
  readonly side: TransferSide
  readonly kind: StoreFailureKind | TransferFailureKind
  readonly code: string | null
}

/** Ends a transfer from within: what was begun is rolled back. */
export class TransferError extends Error {
  constructor(readonly failure: TransferFailure) {
    super(`${failure.side}: ${failure.kind}`)
    this.name = 'TransferError'
  }
}

/** What a transfer threw, as data; an error without a side is of the given one. */
export function transferFailureOf(error: unknown, side: TransferSide): TransferFailure {
  return error instanceof TransferError ? error.failure : { side, ...storeFailureOf(error) }
}

/** Runs work on one side, so that its failures name that side. */
export async function onSide<T>(side: TransferSide, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new TransferError(transferFailureOf(error, side))
  }
}
