/** Something that the desk may want to do: what it is, by which rule it was found, and the one act that it offers. */
export type Notice = { key: string; said: string; rule?: string; act?: { label: string; go: () => void } };
