import { methodNotAllowed } from '@/lib/http/endpoint'
import { openApiGet } from '@/lib/http/openapi-endpoint'

export const dynamic = 'force-dynamic'

export const GET = openApiGet
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
