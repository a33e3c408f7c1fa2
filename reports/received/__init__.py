"""What the bodies of a province reported, as frozen values: their figures added up, their words, their documents."""
