"""Law, answers and findings in words of one language, for the window, the command line and the sheets."""
