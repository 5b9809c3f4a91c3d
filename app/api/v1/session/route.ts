import { allowOnly } from '@/lib/http/endpoint'
import { sessionEnd } from '@/lib/http/session-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('DELETE')

export const DELETE = sessionEnd
export const GET = notAllowed
export const PUT = notAllowed
export const POST = notAllowed
export const PATCH = notAllowed
export const HEAD = notAllowed
export const OPTIONS = notAllowed
