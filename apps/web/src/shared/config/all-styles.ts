/** Every component's styles, in their right order; for the pages behind the log-in. */
import '@mantine/core/styles.layer.css';
