"""How the plain shapes of figures are painted on the screen."""
