// The dashboard and the collector, from one image, on what main.bicep made.
targetScope = 'resourceGroup'

@description('The image with its tag, in the registry that main.bicep made.')
param image string
param location string = resourceGroup().location

@description('Outputs of main.bicep.')
param name string = 'sealwatch'
param environmentName string
param registryServer string
param databaseHost string
param runtimeIdentityName string
param apiIdentityName string
param collectorIdentityName string

@description('The key vault whose secret `webhooks` is the file of webhooks; empty for none.')
param webhooksVaultUri string = ''

@description('The tenant in which people sign in, and the two app registrations.')
param tenantId string = tenant().tenantId
param spaClientId string
param apiClientId string

// Environments with workload profiles reserve these networks; the ingress sends from them.
// https://learn.microsoft.com/azure/container-apps/custom-virtual-networks#subnet-address-range-restrictions
@description('Addresses of the proxies in front of the dashboard: add those of your own, such as a Front Door or gateway.')
param proxies string = '100.100.0.0/17,100.100.128.0/19,100.100.160.0/19,100.100.192.0/19'

@minValue(1)
param minReplicas int = 1
@minValue(1)
@maxValue(3)
param maxReplicas int = 3

// Three dashboards and one collector: together they use what Azure counts for all callers of a subscription once.
var azureShare = '0.25'
var port = 3000
var tags = { application: 'sealwatch' }

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' existing = {
  name: environmentName
}

resource runtimeIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: runtimeIdentityName
}

resource apiIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: apiIdentityName
}

resource collectorIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: collectorIdentityName
}

var hasWebhooks = !empty(webhooksVaultUri)
var registries = [{ server: registryServer, identity: runtimeIdentity.id }]
var secrets = hasWebhooks
  ? [{ name: 'webhooks', keyVaultUrl: '${webhooksVaultUri}secrets/webhooks', identity: runtimeIdentity.id }]
  : []
var volumes = concat(
  [{ name: 'scratch', storageType: 'EmptyDir' }],
  hasWebhooks
    ? [{ name: 'webhooks', storageType: 'Secret', secrets: [{ secretRef: 'webhooks', path: 'webhooks.json' }] }]
    : []
)
var volumeMounts = concat(
  [{ volumeName: 'scratch', mountPath: '/tmp' }],
  hasWebhooks ? [{ volumeName: 'webhooks', mountPath: '/config' }] : []
)
// No password: the runtime identity's token is one.
var common = concat(
  [
    { name: 'SEALWATCH_TENANT', value: tenantId }
    { name: 'SEALWATCH_AZURE_SHARE', value: azureShare }
    { name: 'DATABASE_URL', value: 'postgres://${runtimeIdentityName}@${databaseHost}:5432/sealwatch' }
    { name: 'SEALWATCH_DATABASE_IDENTITY', value: runtimeIdentity.properties.clientId }
  ],
  hasWebhooks ? [{ name: 'SEALWATCH_WEBHOOKS_FILE', value: '/config/webhooks.json' }] : []
)

resource dashboard 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'apps' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${runtimeIdentity.id}': {}, '${apiIdentity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      // In an internal environment "external" still means: not from elsewhere than the virtual network.
      ingress: { external: true, targetPort: port, transport: 'auto', allowInsecure: false }
      registries: registries
      secrets: secrets
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'dashboard'
          image: image
          command: ['node', 'server.js']
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(common, [
            { name: 'HOSTNAME', value: '0.0.0.0' }
            { name: 'PORT', value: string(port) }
            { name: 'SEALWATCH_SPA_CLIENT_ID', value: spaClientId }
            { name: 'SEALWATCH_API_CLIENT_ID', value: apiClientId }
            { name: 'SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID', value: apiIdentity.properties.clientId }
            { name: 'SEALWATCH_PROXIES', value: proxies }
          ])
          volumeMounts: volumeMounts
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: port }, periodSeconds: 6, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: port }, periodSeconds: 30, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: port }, periodSeconds: 10, timeoutSeconds: 5 }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '50' } } }]
      }
      volumes: volumes
    }
  }
}

resource collector 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-collector'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${runtimeIdentity.id}': {}, '${collectorIdentity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: { activeRevisionsMode: 'Single', registries: registries, secrets: secrets }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'collector'
          image: image
          command: ['node', 'collect.mjs']
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(common, [
            { name: 'SEALWATCH_COLLECTOR_CLIENT_ID', value: collectorIdentity.properties.clientId }
          ])
          volumeMounts: volumeMounts
        }
      ]
      scale: { minReplicas: 1, maxReplicas: 1 }
      volumes: volumes
    }
  }
}

output SEALWATCH_ADDRESS string = 'https://${dashboard.properties.configuration.ingress.fqdn}'
