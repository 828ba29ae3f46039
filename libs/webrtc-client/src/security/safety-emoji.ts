/**
 * The 64 emoji a safety code is written in (Matrix specification, "SAS method: emoji"): easy to tell apart and to name
 * in any language. The place in the table is the number an emoji stands for.
 */
// prettier-ignore
export const SAFETY_EMOJI: readonly string[] = [
  '🐶', '🐱', '🦁', '🐎', '🦄', '🐷', '🐘', '🐰', // dog, cat, lion, horse, unicorn, pig, elephant, rabbit
  '🐼', '🐓', '🐧', '🐢', '🐟', '🐙', '🦋', '🌷', // panda, rooster, penguin, turtle, fish, octopus, butterfly, flower
  '🌳', '🌵', '🍄', '🌏', '🌙', '☁️', '🔥', '🍌', // tree, cactus, mushroom, globe, moon, cloud, fire, banana
  '🍎', '🍓', '🌽', '🍕', '🎂', '❤️', '😀', '🤖', // apple, strawberry, corn, pizza, cake, heart, smiley, robot
  '🎩', '👓', '🔧', '🎅', '👍', '☂️', '⌛', '⏰', // hat, glasses, spanner, santa, thumbs up, umbrella, hourglass, clock
  '🎁', '💡', '📕', '✏️', '📎', '✂️', '🔒', '🔑', // gift, light bulb, book, pencil, paperclip, scissors, lock, key
  '🔨', '☎️', '🏁', '🚂', '🚲', '✈️', '🚀', '🏆', // hammer, telephone, flag, train, bicycle, aeroplane, rocket, trophy
  '⚽', '🎸', '🎺', '🔔', '⚓', '🎧', '📁', '📌', // ball, guitar, trumpet, bell, anchor, headphones, folder, pin
];
