"""The command ``referral-map``."""
