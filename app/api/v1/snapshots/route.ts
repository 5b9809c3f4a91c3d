import { allowOnly } from '@/lib/http/endpoint'
import { snapshotsGet, snapshotsPost } from '@/lib/http/snapshots-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('GET, POST')

export const GET = snapshotsGet
export const POST = snapshotsPost
export const PUT = notAllowed
export const PATCH = notAllowed
export const HEAD = notAllowed
export const DELETE = notAllowed
export const OPTIONS = notAllowed
