import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
	schema: '../schema.graphql',
	documents: 'src/**/*.graphql',
	generates: {
		'src/lib/gql/': {
			preset: 'client',
			presetConfig: {
				fragmentMasking: false,
				// Only the hash leaves this process; the API knows the texts from persisted-documents.json.
				persistedDocuments: {
					mode: 'replaceDocumentWithHash',
					hashAlgorithm: 'sha256',
					hashPropertyName: 'documentId'
				}
			},
			config: {
				documentMode: 'string',
				useTypeImports: true,
				enumsAsTypes: true,
				strictScalars: true,
				scalars: { Date: 'string', DateTime: 'string', Long: 'number' }
			}
		}
	}
};

export default config;
