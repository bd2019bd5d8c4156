// Which names Windows keeps for devices, whatever stands behind them: `con.md` can be no file there.

const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Whether a name, with or without an ending, is one of a device. */
export function isDeviceName(name: string): boolean {
	return device.test(name.replace(/\..*$/, ''));
}
