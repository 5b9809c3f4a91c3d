// What Sealwatch runs on: network, database, registry, identities, logs. apps.bicep puts the programs on it.
targetScope = 'resourceGroup'

@description('Begins the name of every resource.')
@minLength(3)
@maxLength(20)
param name string = 'sealwatch'

param location string = resourceGroup().location

@description('False: the dashboard is reachable from the virtual network alone.')
param publicIngress bool = true

@description('True makes a key vault for the file of webhooks, which holds their secrets. Nothing else here is secret.')
param webhooks bool = false

@description('First addresses of the virtual network: it takes a /16.')
param networkPrefix string = '10.80'

@description('Size of the database server, and the tier that it belongs to.')
param databaseSku string = 'Standard_B1ms'
@allowed(['Burstable', 'GeneralPurpose', 'MemoryOptimized'])
param databaseTier string = 'Burstable'

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

var tags = { application: 'sealwatch' }
var suffix = uniqueString(resourceGroup().id, name)
var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

// Three identities, so that no program holds a right that it does not use: the dashboard never gets the collector's
// rights in Azure, and the collector cannot speak as the API.
resource runtimeIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-runtime'
  location: location
  tags: tags
}

resource apiIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-api'
  location: location
  tags: tags
}

resource collectorIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-collector'
  location: location
  tags: tags
}

module network 'network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
    prefix: networkPrefix
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
    subnetId: network.outputs.databaseSubnetId
    zoneId: network.outputs.databaseZoneId
    sku: databaseSku
    tier: databaseTier
    identityName: runtimeIdentity.name
    identityPrincipalId: runtimeIdentity.properties.principalId
  }
}

module vault 'vault.bicep' = if (webhooks) {
  name: 'vault'
  params: {
    name: take('kv${replace(name, '-', '')}${suffix}', 24)
    location: location
    tags: tags
    readerPrincipalId: runtimeIdentity.properties.principalId
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: take('${replace(name, '-', '')}${suffix}', 50)
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, runtimeIdentity.id, acrPull)
  scope: registry
  properties: {
    principalId: runtimeIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    features: { disableLocalAuth: true }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // Through diagnostic settings, not by the workspace's shared key: that would be a secret.
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: {
      infrastructureSubnetId: network.outputs.appsSubnetId
      internal: !publicIngress
    }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

resource toLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: logs.id
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

module privateName 'private-name.bicep' = if (!publicIngress) {
  name: 'private-name'
  params: {
    domain: environment.properties.defaultDomain
    address: environment.properties.staticIp
    networkId: network.outputs.networkId
    tags: tags
  }
}

output SEALWATCH_NAME string = name
output SEALWATCH_ENVIRONMENT_NAME string = environment.name
output SEALWATCH_DATABASE_HOST string = database.outputs.host
output SEALWATCH_RUNTIME_IDENTITY string = runtimeIdentity.name
output SEALWATCH_API_IDENTITY string = apiIdentity.name
output SEALWATCH_API_IDENTITY_PRINCIPAL_ID string = apiIdentity.properties.principalId
output SEALWATCH_COLLECTOR_IDENTITY string = collectorIdentity.name
output SEALWATCH_COLLECTOR_IDENTITY_PRINCIPAL_ID string = collectorIdentity.properties.principalId
output SEALWATCH_WEBHOOKS_VAULT string = webhooks ? vault!.outputs.uri : ''
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.properties.loginServer
output AZURE_CONTAINER_REGISTRY_NAME string = registry.name
output AZURE_TENANT_ID string = tenant().tenantId
