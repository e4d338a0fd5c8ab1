import { afterNavigate } from '$app/navigation';

/**
 * What a page does for the worker: it says which pages were seen, so that they can be read without a connection, and takes
 * off the marks of a copy once it shows a page that was fetched. Called once, by the frame around all pages.
 */
export function tellWorker(failed: () => string | undefined) {
	afterNavigate(({ type }) => {
		// The worker answers a whole page with its copy, or with what can be read; a part of a page it cannot.
		if (failed() === 'offline') return location.reload();
		if (type !== 'enter') {
			delete document.documentElement.dataset.copy;
			document.querySelector('.page-copy')?.remove();
		}
		const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
		void navigator.serviceWorker?.ready.then(({ active }) =>
			active?.postMessage({ seen: location.href, with: loaded })
		);
	});
}
