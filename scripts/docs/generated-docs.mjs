/**
 * Every page of docs/ that is made from code, by file name.
 * @returns {Promise<Record<string, string>>}
 */
export async function generatedDocs() {
  const { renderBugchecksMarkdown, renderStatusCodesMarkdown } = await import('@inpage/codes');
  const { configMarkdown, errorsMarkdown, metricsMarkdown } = await import('@inpage/platform');
  const { renderRulesMarkdown, RULES } = await import('@inpage/triage');
  const { openApiDocument } = await import('@inpage/api');
  const { workedExamples } = await import('./worked-examples.mjs');
  return {
    'bugchecks.md': renderBugchecksMarkdown(),
    'configuration.md': configMarkdown(),
    'errors.md': errorsMarkdown(),
    'metrics.md': metricsMarkdown(),
    'rules.md': renderRulesMarkdown(RULES),
    'status-codes.md': renderStatusCodesMarkdown(),
    ...(await workedExamples()),
    'openapi.json': `${JSON.stringify(openApiDocument(), null, 2)}\n`,
  };
}
