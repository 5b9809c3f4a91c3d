import { allowOnly } from '@/lib/http/endpoint'
import { watchDelete, watchPatch } from '@/lib/http/watches-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('PATCH, DELETE')

export const PATCH = watchPatch
export const DELETE = watchDelete
export const GET = notAllowed
export const HEAD = notAllowed
export const POST = notAllowed
export const PUT = notAllowed
export const OPTIONS = notAllowed
