/**
 * Every page of docs/ that is made from code, by file name.
 * @returns {Promise<Record<string, string>>}
 */
export async function generatedDocs() {
  const { configMarkdown, errorsMarkdown, metricsMarkdown } = await import('@inpage/platform');
  const { renderRulesMarkdown, RULES } = await import('@inpage/triage');
  const { openApiDocument } = await import('@inpage/api');
  return {
    'configuration.md': configMarkdown(),
    'errors.md': errorsMarkdown(),
    'metrics.md': metricsMarkdown(),
    'rules.md': renderRulesMarkdown(RULES),
    'openapi.json': `${JSON.stringify(openApiDocument(), null, 2)}\n`,
  };
}
