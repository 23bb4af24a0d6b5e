/** How many pages the picture has now: told to the desks, so that nobody turns beyond the last. */
class Turning {
  pages = $state(1);
}

export const turning = new Turning();
