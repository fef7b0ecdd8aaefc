/**
 * Every page of docs/ that is made from code, by file name.
 * @returns {Promise<Record<string, string>>}
 */
export async function generatedDocs() {
  const { renderBugchecksMarkdown, renderStatusCodesMarkdown } = await import('@inpage/codes');
  const { configMarkdown, errorsMarkdown, metricsMarkdown } = await import('@inpage/platform');
  const { renderRulesMarkdown, RULES } = await import('@inpage/triage');
  const { openApiDocument } = await import('@inpage/api');
  return {
    'bugchecks.md': renderBugchecksMarkdown(),
    'configuration.md': configMarkdown(),
    'errors.md': errorsMarkdown(),
    'metrics.md': metricsMarkdown(),
    'rules.md': renderRulesMarkdown(RULES),
    'status-codes.md': renderStatusCodesMarkdown(),
    'openapi.json': `${JSON.stringify(openApiDocument(), null, 2)}\n`,
  };
}
