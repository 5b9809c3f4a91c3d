'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { problemOf, type ApiProblem } from './api-problem'

const retriesAtMost = 2

/** Problems that a retry a moment later can solve. Problems of sign-in and permissions are not among them. */
const passing: ReadonlySet<ApiProblem['code']> = new Set<ApiProblem['code']>([
  'offline',
  'arm-down',
  'arm-timed-out',
  'entra-down',
  'internal',
])

/** TanStack Query's retry rule: few attempts, and none after a refusal. */
export function shouldRetry(failures: number, error: unknown): boolean {
  return failures < retriesAtMost && passing.has(problemOf(error).code)
}

export function QueryProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry: shouldRetry, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'online' },
          mutations: { retry: false },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
