/** In the place of parts of Excalidraw that the board has no use for, such as diagrams from text and other languages. */
export {};
