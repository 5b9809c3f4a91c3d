import { methodNotAllowed } from '@/lib/http/endpoint'
import { noticesGet } from '@/lib/http/watches-endpoint'

export const dynamic = 'force-dynamic'

export const GET = noticesGet
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
