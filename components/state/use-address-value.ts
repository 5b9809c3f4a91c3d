'use client'

import { useSearchParams } from 'next/navigation'
import { showAddress, shownAddress } from '@/components/providers/address'

/**
 * A choice stored in the URL, so that a link opens the same one. Read through Next.js: while a page is being opened
 * from another one, the window still has the URL of the previous page.
 */
export function useAddressValue(name: string): [string | null, (value: string | null) => void] {
  const value = useSearchParams().get(name)
  const change = (next: string | null) => {
    const url = shownAddress()
    if (next === null) url.searchParams.delete(name)
    else url.searchParams.set(name, next)
    // Next.js follows this call, and updates the choice.
    showAddress(url, 'replaceState')
  }
  return [value, change]
}
