import { methodNotAllowed } from '@/lib/http/endpoint'
import { instanceEndpoint } from '@/lib/http/vm-endpoint'

export const dynamic = 'force-dynamic'

export const GET = instanceEndpoint
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
