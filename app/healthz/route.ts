import { methodNotAllowed } from '@/lib/http/endpoint'
import { healthz } from '@/lib/http/health-endpoint'

export const dynamic = 'force-dynamic'

export const GET = healthz
export const HEAD = methodNotAllowed
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const OPTIONS = methodNotAllowed
