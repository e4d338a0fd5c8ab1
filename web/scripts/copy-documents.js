// The API answers only the documents in this file; it travels with the build that sends their hashes.
import { copyFileSync } from 'node:fs';

copyFileSync('src/lib/gql/persisted-documents.json', 'build/persisted-documents.json');
