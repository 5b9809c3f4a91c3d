import { allowOnly } from '@/lib/http/endpoint'
import { retirementPost } from '@/lib/http/retirement-endpoint'

export const dynamic = 'force-dynamic'

const notAllowed = allowOnly('POST')

export const POST = retirementPost
export const GET = notAllowed
export const HEAD = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
export const OPTIONS = notAllowed
