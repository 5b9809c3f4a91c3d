{{- define "sealwatch.name" -}}
{{- printf "%s" .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{/* Labels of one part: (dict "root" $ "part" "dashboard"). */}}
{{- define "sealwatch.selector" -}}
app.kubernetes.io/name: sealwatch
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "sealwatch.labels" -}}
{{ include "sealwatch.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* Where to, of a rule of egress: a list of CIDRs. An empty one names nobody, which is everybody. */}}
{{- define "sealwatch.to" -}}
{{- with . -}}
to:
{{- range . }}
  - ipBlock: { cidr: {{ . | quote }} }
{{- end }}
{{- end -}}
{{- end -}}

{{- define "sealwatch.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "sealwatch.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "sealwatch.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: ['ALL']
{{- end -}}

{{/* What dashboard and collector are told alike. */}}
{{- define "sealwatch.env" -}}
- name: SEALWATCH_CLOUD
  value: {{ .Values.azure.cloud | quote }}
- name: SEALWATCH_TENANT
  value: {{ .Values.azure.tenantId | quote }}
- name: SEALWATCH_AZURE_SHARE
  value: {{ .Values.azureShare | quote }}
{{- if .Values.history.enabled }}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ .Values.history.databaseSecret.name }}
      key: {{ .Values.history.databaseSecret.key }}
{{- else }}
- name: SEALWATCH_HISTORY
  value: 'off'
{{- end }}
{{- if .Values.webhooksSecret.name }}
- name: SEALWATCH_WEBHOOKS_FILE
  value: /config/webhooks.json
{{- end }}
{{- if .Values.metrics.enabled }}
- name: OTEL_METRICS_EXPORTER
  value: prometheus
- name: OTEL_EXPORTER_PROMETHEUS_HOST
  value: 0.0.0.0
- name: OTEL_EXPORTER_PROMETHEUS_PORT
  value: {{ .Values.metrics.port | quote }}
- name: SEALWATCH_TELEMETRY_WITHOUT_TLS
  value: allow
- name: SEALWATCH_METRICS_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ .Values.metrics.tokenSecret.name }}
      key: {{ .Values.metrics.tokenSecret.key }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "sealwatch.volumeMounts" -}}
- name: scratch
  mountPath: /tmp
- name: identity
  mountPath: /identity
  readOnly: true
{{- if .Values.webhooksSecret.name }}
- name: webhooks
  mountPath: /config
  readOnly: true
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "sealwatch.volumes" -}}
- name: scratch
  emptyDir:
    medium: Memory
    sizeLimit: 64Mi
# The service account's token for Entra alone: short-lived, made by the cluster, no good anywhere else.
- name: identity
  projected:
    sources:
      - serviceAccountToken:
          path: token
          audience: {{ .Values.azure.tokenAudience }}
          expirationSeconds: 3600
{{- if .Values.webhooksSecret.name }}
- name: webhooks
  secret:
    secretName: {{ .Values.webhooksSecret.name }}
    items:
      - key: {{ .Values.webhooksSecret.key }}
        path: webhooks.json
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Who may read the metrics. */}}
{{- define "sealwatch.metricsIngress" -}}
- ports:
    - { port: {{ .Values.metrics.port }}, protocol: TCP }
  {{- with .Values.metrics.from }}
  from:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* Where pods may run. */}}
{{- define "sealwatch.placement" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- end -}}
