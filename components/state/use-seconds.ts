'use client'

import { useEffect, useState } from 'react'

/** Milliseconds since 1970, updated every second while `running`. For countdowns; ages use a slower clock. */
export function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}
