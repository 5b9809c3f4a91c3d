import { allowOnly } from '@/lib/http/endpoint'
import { snapshotDelete } from '@/lib/http/snapshots-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('DELETE')

export const DELETE = snapshotDelete
export const GET = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const HEAD = notAllowed
export const POST = notAllowed
export const OPTIONS = notAllowed
