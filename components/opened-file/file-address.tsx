'use client'

import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { use, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { addressEvent, shownAddress } from '@/components/providers/address'
import { goTo } from './keep-inside'

const changes = ['popstate', 'hashchange', addressEvent] as const

function follow(changed: () => void): () => void {
  for (const name of changes) window.addEventListener(name, changed)
  return () => {
    for (const name of changes) window.removeEventListener(name, changed)
  }
}

/**
 * Gives the components inside the address of what is shown of the file, as if it were the page's own. The framework has
 * no public way to say it; its version is exact.
 */
export function FileAddress({ children }: { readonly children: ReactNode }) {
  const outer = use(AppRouterContext)
  const href = useSyncExternalStore(
    follow,
    () => shownAddress().href,
    () => 'http://localhost/',
  )
  const { pathname, searchParams } = useMemo(() => new URL(href), [href])
  const router = useMemo(
    () =>
      outer === null
        ? null
        : {
            ...outer,
            push: (to: string) => goTo(to, 'pushState'),
            replace: (to: string) => goTo(to, 'replaceState'),
            prefetch: () => undefined,
          },
    [outer],
  )
  return (
    <AppRouterContext value={router}>
      <PathnameContext value={pathname}>
        <SearchParamsContext value={searchParams}>{children}</SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>
  )
}
