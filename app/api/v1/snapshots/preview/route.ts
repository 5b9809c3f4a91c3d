import { allowOnly } from '@/lib/http/endpoint'
import { snapshotPreview } from '@/lib/http/snapshots-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('POST')

export const POST = snapshotPreview
export const GET = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const HEAD = notAllowed
export const DELETE = notAllowed
export const OPTIONS = notAllowed
