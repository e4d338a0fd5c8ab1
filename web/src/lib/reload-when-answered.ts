const first = 4_000;
const longest = 60_000;

/** Looks now and then whether this page can be had again, and then reloads it. Stops when called. */
export function reloadWhenAnswered(): () => void {
	let timer: ReturnType<typeof setTimeout>;
	let pause = first;

	async function look() {
		// Nobody waits at a hidden window.
		const response = document.hidden ? undefined : await fetch(location.href, { method: 'HEAD' }).catch(() => undefined);
		if (response && response.status < 500) return location.reload();
		pause = Math.min(pause * 2, longest);
		timer = setTimeout(look, pause);
	}

	timer = setTimeout(look, pause);
	addEventListener('online', look);
	return () => {
		clearTimeout(timer);
		removeEventListener('online', look);
	};
}
