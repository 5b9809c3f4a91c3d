import { allowOnly } from '@/lib/http/endpoint'
import { viewDelete, viewPut } from '@/lib/http/notes-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('PUT, DELETE')

export const PUT = viewPut
export const DELETE = viewDelete
export const GET = notAllowed
export const HEAD = notAllowed
export const POST = notAllowed
export const PATCH = notAllowed
export const OPTIONS = notAllowed
