// Brought when somebody goes to the field: most visits to a page end without it.
export { default as RecentSearches } from './RecentSearches.svelte';
export { default as SuggestionList } from './SuggestionList.svelte';
