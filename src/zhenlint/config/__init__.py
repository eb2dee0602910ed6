"""Configuration files: found from a checked file upwards, validated, resolved into settings."""

from zhenlint.config.configuration import Configuration
from zhenlint.config.finder import Configurations

__all__ = ["Configuration", "Configurations"]
