import { allowOnly } from '@/lib/http/endpoint'
import { sessionEnd, sessionGet } from '@/lib/http/session-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('GET, DELETE')

export const GET = sessionGet
export const DELETE = sessionEnd
export const PUT = notAllowed
export const POST = notAllowed
export const PATCH = notAllowed
export const HEAD = notAllowed
export const OPTIONS = notAllowed
