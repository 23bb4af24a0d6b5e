/** How many pages the picture has now: the miniature tells its desk, so that nobody turns beyond the last. */
class Turning {
  pages = $state(1);
}

export const turning = new Turning();
