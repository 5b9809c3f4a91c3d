'use client'

import '@fontsource/ibm-plex-sans-jp/400.css'
import '@fontsource/ibm-plex-sans-jp/500.css'
import '@fontsource/ibm-plex-sans-jp/600.css'

/** Brings the Japanese font's style sheets; draws nothing. */
export default function JapaneseFont() {
  return null
}
