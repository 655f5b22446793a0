// A soft tone when something new waits, on devices where it was switched on.

const key = "work-sound";
const seconds = 0.5;
const quiet = 0.0001;
const loud = 0.1;
/** A context that the browser has not let sound by then is given up, so that no tone comes late. */
const givenUpAfter = 1_500;

/** A browser that keeps nothing plays nothing. */
const isOn = (): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};

const play = (): void => {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(quiet, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(loud, audio.currentTime + 0.05);
  volume.gain.exponentialRampToValueAtTime(quiet, audio.currentTime + seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + seconds);
  setTimeout(() => void audio.close(), givenUpAfter);
};

export const playIfOn = (): void => {
  if (isOn()) {
    play();
  }
};

/** The switch plays the tone, so that one knows it, and that the browser lets it sound. */
export const switchesSound = (part: HTMLElement): void => {
  const input = part.querySelector("input")!;
  input.checked = isOn();
  input.addEventListener("change", () => {
    if (input.checked) {
      localStorage.setItem(key, "on");
    } else {
      localStorage.removeItem(key);
    }
    playIfOn();
  });
  part.hidden = false;
};
