import { methodNotAllowed } from '@/lib/http/endpoint'
import { auditLogFileGet } from '@/lib/http/admin-endpoint'

export const dynamic = 'force-dynamic'

export const GET = auditLogFileGet
export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
export const HEAD = methodNotAllowed
export const OPTIONS = methodNotAllowed
