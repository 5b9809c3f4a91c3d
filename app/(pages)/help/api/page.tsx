import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ApiPage } from '@/components/help/api-page'
import { requestPreferences } from '@/components/providers/request-preferences'
import { serverConfig } from '@/lib/config/config'
import { messages } from '@/lib/i18n/messages'
import { openApiDocument } from '@/lib/openapi/document'
import { azureCliClientId } from '@/lib/openapi/clients'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].api.page.title }
}

/** The origin under which the reader reaches this server, derived from the request headers. */
async function originOfReader(): Promise<string> {
  const asked = await headers()
  const host = asked.get('host') ?? 'localhost'
  const protocol = asked.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return `${protocol === 'http' || host.startsWith('localhost') ? 'http' : 'https'}://${host}`
}

export default async function Page() {
  const { language } = await requestPreferences()
  const config = serverConfig()
  const { api, errors } = messages[language]
  return (
    <ApiPage
      document={openApiDocument(api, errors, config)}
      language={language}
      apiScope={config.apiScope}
      requestsPerMinute={config.requestsPerMinute}
      takesAzureCli={config.apiClients.includes(azureCliClientId)}
      origin={await originOfReader()}
    />
  )
}
