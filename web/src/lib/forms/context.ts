import { createContext } from 'svelte';

/** Why a form was not taken, as the API says it. */
export type Problem = { code: string; message: string; path: string[] };

export const [useForm, provideForm] = createContext<{ id: string; problemOf: (name: string) => string | undefined }>();

export const idOf = (form: string, field: string) => `${form}-${field}`;
