import { methodNotAllowed } from '@/lib/http/endpoint'
import { auditLogGet } from '@/lib/http/admin-endpoint'

export const dynamic = 'force-dynamic'

export const GET = auditLogGet
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const HEAD = methodNotAllowed
export const OPTIONS = methodNotAllowed
