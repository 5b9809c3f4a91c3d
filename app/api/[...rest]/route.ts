import { noSuchAddress } from '@/lib/http/endpoint'

export const dynamic = 'force-dynamic'

export const GET = noSuchAddress
export const HEAD = noSuchAddress
export const POST = noSuchAddress
export const PUT = noSuchAddress
export const PATCH = noSuchAddress
export const DELETE = noSuchAddress
export const OPTIONS = noSuchAddress
