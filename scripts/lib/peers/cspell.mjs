/** CSpell with the dictionaries it brings, in this process. */
export async function start({ load, uri, text: draft }) {
  const { createTextDocument, DocumentValidator, getDefaultBundledSettingsAsync } =
    await load('cspell-lib/dist/index.js');
  const document = createTextDocument({ uri, content: draft, languageId: 'markdown' });
  const options = { noConfigSearch: true };
  const validator = new DocumentValidator(document, options, await getDefaultBundledSettingsAsync());
  await validator.prepare();
  const check = () => validator.checkDocument().map(({ text, offset }) => ({ text, offset }));
  return {
    ask: async () => check(),
    edit: async ({ text }) => {
      await validator.updateDocumentText(text);
      check();
    },
  };
}
