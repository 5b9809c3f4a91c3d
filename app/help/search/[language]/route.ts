import { notFound } from 'next/navigation'
import { languages } from '@/lib/i18n/languages'
import { buildIndex } from '@/lib/search/build-index'

// The search index of Help, generated at build time: it contains the texts of Help and no user's data.
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams(): { language: string }[] {
  return languages.map((language) => ({ language }))
}

export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly language: string }> },
): Promise<Response> {
  const asked = (await params).language
  const language = languages.find((each) => each === asked)
  if (language === undefined) notFound()
  return new Response(await buildIndex(language), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
