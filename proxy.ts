import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { serverConfig } from '@/lib/config/config'
import { refusedEarly } from '@/lib/http/early-refusal'
import { securityHeaders } from '@/lib/http/security-headers'

/** Puts the security headers on every response. Next.js takes the nonce for its scripts from the request's policy. */
export function proxy(request: NextRequest): NextResponse {
  const headers = securityHeaders({
    nonce: randomBytes(18).toString('base64'),
    signInOrigins: serverConfig().signInOrigins,
    isRedirectBridge: request.nextUrl.pathname === '/auth/redirect',
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  const forwarded = new Headers(request.headers)
  forwarded.set('content-security-policy', headers['content-security-policy'] ?? '')
  const refusal = refusedEarly(request.nextUrl.pathname)
  const response =
    refusal === null
      ? NextResponse.next({ request: { headers: forwarded } })
      : new NextResponse(refusal.body, { status: refusal.status, headers: refusal.headers })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** Built files are the same for all users and contain no markup. */
export const config = { matcher: ['/((?!_next/static/).*)'] }
