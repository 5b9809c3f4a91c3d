import { allowOnly } from '@/lib/http/endpoint'
import { viewsGet, viewsPut } from '@/lib/http/notes-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('GET, PUT')

export const GET = viewsGet
export const PUT = viewsPut
export const HEAD = notAllowed
export const POST = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
export const OPTIONS = notAllowed
