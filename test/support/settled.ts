/** A browser asks for fonts once it lays text out: then all lines have the width that they keep. */
export async function fontsLoaded(): Promise<void> {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}

/** After resize observers and fonts have had their turn. */
export async function settled(): Promise<void> {
  await fontsLoaded();
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
