"""Makes the numbers and word lists that matching ships: run by hand when they change, never at run time."""
