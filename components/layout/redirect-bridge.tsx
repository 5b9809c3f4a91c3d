'use client'

import { useEffect, useState } from 'react'

export interface RedirectBridgeProps {
  readonly texts: { readonly title: string; readonly text: string; readonly failed: string; readonly home: string }
}

/**
 * Receives the answer of the sign-in page and passes it to the page that started the sign-in, in this window or in the
 * parent of this frame. It must not create its own MSAL client
 * (https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge).
 */
export function RedirectBridge({ texts }: RedirectBridgeProps) {
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let here = true
    import('@azure/msal-browser/redirect-bridge')
      .then((bridge) => bridge.broadcastResponseToMainFrame())
      .catch(() => {
        if (here) setFailed(true)
      })
    return () => {
      here = false
    }
  }, [])
  return (
    <main className="p-5">
      <h1 className="text-page font-semibold">{texts.title}</h1>
      <p role="status" className="text-text-2">
        {failed ? texts.failed : texts.text}
      </p>
      {failed && (
        <a href="/" className="prose-link mt-2 inline-block">
          {texts.home}
        </a>
      )}
    </main>
  )
}
