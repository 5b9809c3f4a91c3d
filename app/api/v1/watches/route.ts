import { allowOnly } from '@/lib/http/endpoint'
import { watchesGet, watchesPatch, watchesPut } from '@/lib/http/watches-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('GET, PUT, PATCH')

export const GET = watchesGet
export const PUT = watchesPut
export const PATCH = watchesPatch
export const HEAD = notAllowed
export const POST = notAllowed
export const DELETE = notAllowed
export const OPTIONS = notAllowed
